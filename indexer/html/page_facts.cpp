// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_facts.hpp"

#include <algorithm>
#include <utility>

#include "indexer/html/marked_values.hpp"
#include "indexer/html/page_head.hpp"
#include "indexer/html/page_limits.hpp"
#include "indexer/html/page_marks.hpp"
#include "indexer/html/page_text.hpp"
#include "indexer/html/page_title.hpp"
#include "indexer/post/date_text.hpp"
#include "indexer/post/text_lines.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

using Texts = std::vector<std::string>;

MetaValue scalar(std::string text) {
  MetaValue value;
  value.kind = MetaValue::Kind::scalar;
  value.quoted = true;
  value.text = std::move(text);
  return value;
}

MetaValue list(const Texts& texts) {
  MetaValue value;
  value.kind = MetaValue::Kind::list;
  for (const std::string& text : texts) value.items.push_back(scalar(text));
  return value;
}

/// The first that is a date; the first at all where none is, so that somebody hears of it.
std::string first_date(const Texts& candidates) {
  for (const std::string& text : candidates)
    if (parse_date(text)) return text;
  return candidates.empty() ? std::string() : candidates.front();
}

/// Reads the facts in one walk, each kind of place into a list of its own.
class FactReader {
 public:
  FactReader(const PageTree& page, const PageContent& content) : page_(page), content_(content) {}

  PageFacts read() {
    for (std::size_t i = 0; i < page_.size();) {
      if (page_[i].is_text()) {
        ++i;
      } else if (ignored_of(page_, i) == Ignore::all) {
        i = page_[i].end;
      } else {
        visit(i++);
      }
    }
    return finish();
  }

 private:
  void visit(std::size_t node) {
    const std::string_view name = page_[node].name;
    if (aside_end_ <= node && is_aside(node)) aside_end_ = page_[node].end;
    if (name == "noscript" || name == "template")
      inert_end_ = std::max<std::size_t>(inert_end_, page_[node].end);
    if (node >= inert_end_) read_head_element(page_, node, head_);
    if (name == "h1") visit_title(node);
    if (page_.has_attribute(node, "itemprop")) visit_property(node);
    if (name == "time") visit_time(node);
    if (name == "a" && page_.has_word_in_any_case(node, "rel", "tag")) visit_tag(node);
    marked_.visit(page_, node);
  }

  [[nodiscard]] std::string typed(std::size_t node, std::string_view attribute) const {
    return clean_line(page_.attribute(node, attribute).value_or(std::string_view()));
  }
  [[nodiscard]] bool is_aside(std::size_t node) const {
    const std::string_view name = page_[node].name;
    return name == "nav" || name == "aside" || name == "footer" || is_unseen(page_, node);
  }
  [[nodiscard]] bool is_within(std::size_t node, std::size_t around) const {
    return around <= node && node < page_[around].end;
  }
  /// Beside the page's matter, or within it, and not in what leads to other pages. Tags stand in an
  /// article's own footer. Limits: the first 2,000 that `count` has counted.
  [[nodiscard]] bool is_own(std::size_t node, std::size_t& count) const {
    if (!is_within(node, content_.frame) || count == kMaxValues) return false;
    ++count;
    return node >= aside_end_ || is_in_article_footer(node);
  }
  [[nodiscard]] bool is_in_article_footer(std::size_t node) const {
    constexpr int kFar = 64;
    bool footer = false;
    std::size_t at = node;
    for (int i = 0; i < kFar && at != 0; ++i, at = page_[at].parent) {
      const std::string_view name = page_[at].name;
      if (name == "nav" || name == "aside" || is_unseen(page_, at)) return false;
      footer = footer || name == "footer";
      if (name == "article" || name == "main") return footer;
    }
    return false;
  }

  static void add(Texts& texts, std::string text) {
    if (!text.empty() && texts.size() < kMaxValues) texts.push_back(std::move(text));
  }

  /// The first of the matter, or the first that is not in what stands on each page. What is within
  /// one that was looked at has nothing more to say.
  void visit_title(std::size_t node) {
    if (has_own_heading_ || node < aside_end_) return;
    const bool own = is_matter(node);
    std::size_t& seen = own ? own_headings_end_ : headings_end_;
    if (node < seen || (!own && !titles_.heading.empty())) return;
    seen = page_[node].end;
    std::string text = heading_within(page_, node);
    if (text.empty() || (!own && !is_within(node, content_.frame) && is_in_banner(node))) return;
    has_own_heading_ = own;
    titles_.heading = std::move(text);
  }
  [[nodiscard]] bool is_matter(std::size_t node) const {
    const auto behind = std::ranges::upper_bound(content_.roots, node);
    return behind != content_.roots.begin() && is_within(node, *(behind - 1));
  }
  [[nodiscard]] bool is_in_banner(std::size_t node) const {
    constexpr int kFar = 64;
    for (int i = 0; i < kFar && node != 0; ++i, node = page_[node].parent)
      if (page_[node].name == "header") return true;
    return false;
  }

  void visit_property(std::size_t node) {
    const bool published = page_.has_word(node, "itemprop", "datePublished");
    const bool modified = page_.has_word(node, "itemprop", "dateModified");
    if ((!published && !modified) || content_.lists_posts || properties_seen_ == kMaxValues) return;
    ++properties_seen_;
    std::string value = typed(node, "content");
    if (value.empty()) value = typed(node, "datetime");
    if (value.empty()) value = text_within(page_, node);
    add(published ? properties_ : modified_, std::move(value));
  }

  void visit_time(std::size_t node) {
    if (content_.lists_posts || !page_.has_attribute(node, "datetime") ||
        !is_own(node, times_seen_))
      return;
    const bool published =
        page_.has_attribute(node, "pubdate") || page_.has_word(node, "class", "dt-published");
    const bool modified = page_.has_word(node, "itemprop", "dateModified") ||
                          page_.has_word(node, "class", "dt-updated");
    add(published ? properties_ : modified ? modified_ : times_, typed(node, "datetime"));
  }

  void visit_tag(std::size_t node) {
    if (!content_.lists_posts && is_own(node, tags_seen_))
      add(tags_, without_number_sign(text_within(page_, node)));
  }
  static std::string without_number_sign(const std::string& text) {
    return clean_line(text.substr(!text.empty() && text.front() == '#' ? 1 : 0));
  }

  void put(std::string key, MetaValue value) {
    if (value.text.empty() && value.items.empty()) return;
    facts_.values.members.emplace_back(std::move(key), std::move(value));
  }

  PageFacts finish() {
    facts_.values.kind = MetaValue::Kind::table;
    if (const Texts marked = marked_.take({"title"}); !marked.empty())
      titles_.marked = marked.front();
    titles_.shared = head_.shared_title;
    titles_.document = head_.title;
    titles_.site_name = head_.site_name;
    facts_.title = title_of_page(titles_);
    put_dates();
    put_names();
    if (Texts marked = marked_.take({"description", "summary"}); !marked.empty())
      head_.description = std::move(marked.front());
    facts_.description = head_.description.empty() ? head_.shared_description : head_.description;
    facts_.redirects = head_.redirects;
    facts_.is_noindex = head_.is_noindex;
    Texts languages = marked_.take({"lang", "language", "locale"});
    put("lang", scalar(languages.empty() ? head_.language : std::move(languages.front())));
    for (auto& [key, values] : marked_.take_rest()) put(std::move(key), list(values));
    for (const std::string& address : {head_.canonical, head_.shared_address})
      if (!address.empty()) facts_.addresses.push_back(address);
    facts_.resources = std::move(head_.resources);
    return std::move(facts_);
  }

  void put_dates() {
    Texts dates = marked_.take({"date", "published", "created"});
    for (const Texts& more :
         {Texts{head_.data.published}, head_.published, properties_, head_.dates, times_})
      dates.insert(dates.end(), more.begin(), more.end());
    std::erase(dates, "");
    const std::string date = first_date(dates);
    put("date", scalar(date));
    Texts updates = marked_.take({"updated", "modified", "lastmod"});
    for (const Texts& more : {Texts{head_.data.modified}, head_.modified, modified_})
      updates.insert(updates.end(), more.begin(), more.end());
    std::erase(updates, "");
    // Generators say both of each page: the same moment is no update.
    if (const std::string update = first_date(updates); update != date)
      put("updated", scalar(update));
  }

  void put_names() {
    const Texts marked_tags = marked_.take({"tags", "tag"});
    Texts tags = head_.tags;
    for (const Texts& more : {tags_, head_.data.keywords})
      tags.insert(tags.end(), more.begin(), more.end());
    put("tags", list(!marked_tags.empty() ? marked_tags : !tags.empty() ? tags : head_.keywords));
    const Texts marked_categories = marked_.take({"categories", "category", "section"});
    put("categories", list(!marked_categories.empty()     ? marked_categories
                           : !head_.data.sections.empty() ? head_.data.sections
                                                          : head_.sections));
    const Texts marked_authors = marked_.take({"authors", "author"});
    put("authors", list(!marked_authors.empty()       ? marked_authors
                        : !head_.data.authors.empty() ? head_.data.authors
                                                      : head_.authors));
  }

  const PageTree& page_;
  const PageContent& content_;
  PageFacts facts_;
  PageTitles titles_;
  PageHead head_;
  Texts properties_, modified_, times_, tags_;
  MarkedValues marked_;
  std::size_t aside_end_ = 0;         ///< of the outermost nav, aside or footer at hand
  std::size_t inert_end_ = 0;         ///< of the outermost noscript or template at hand
  std::size_t headings_end_ = 0;      ///< of the last h1 that was looked at
  std::size_t own_headings_end_ = 0;  ///< of the last within the matter
  std::size_t tags_seen_ = 0, times_seen_ = 0, properties_seen_ = 0;
  bool has_own_heading_ = false;
};

}  // namespace

PageFacts read_facts(const PageTree& page, const PageContent& content) {
  return FactReader(page, content).read();
}

}  // namespace geul::indexer
