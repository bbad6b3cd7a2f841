// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/similar.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "query/surface.hpp"

namespace geul::query {
namespace {

using index::Topic;

MeantTerm meant_term(const std::string& term) {
  return {analysis::Family::word, text::Script::other, term};
}

/// The words and tags of a topic, each as a word of a query.
class LikenessBuilder {
 public:
  explicit LikenessBuilder(std::map<std::string, std::string, std::less<>> surfaces)
      : surfaces_(std::move(surfaces)) {}

  void add_word(const Topic::Word& word) {
    MeantNode node;
    node.kind = MeantNode::Kind::words;
    node.text = word.term;
    node.words.push_back({surface_of(word.term), {}, {meant_term(word.term)}});
    add(std::move(node), {}, word.term, word.term, index::word_query(word));
  }

  void add_tag(const Topic::Word& tag) {
    MeantNode node;
    node.kind = MeantNode::Kind::name;
    node.field = index::Field::tag;
    node.text = tag.term.substr(index::info(index::Field::tag).name_prefix.size());
    const std::string name = node.text;
    add(std::move(node), index::Field::tag, name, tag.term, index::tag_query(tag));
  }

  Likeness finish(index::Query query) {
    std::ranges::sort(likeness_.plan.origins, [](const TermOrigin& a, const TermOrigin& b) {
      return std::pair(std::string_view(a.stored), a.order) <
             std::pair(std::string_view(b.stored), b.order);
    });
    likeness_.plan.match = query;
    likeness_.plan.query = std::move(query);
    likeness_.plan.ranked = true;
    return std::move(likeness_);
  }

 private:
  std::string surface_of(const std::string& term) const {
    const auto found = surfaces_.find(term);
    return found == surfaces_.end() || found->second.empty() ? term : found->second;
  }

  void add(MeantNode node, std::optional<index::Field> field, const std::string& term,
           const std::string& stored, index::Query query) {
    const std::string shown = field ? term : surface_of(term);
    likeness_.plan.origins.push_back(
        {stored, shown, term, analysis::Family::word, field, likeness_.plan.origins.size()});
    likeness_.plan.parts.push_back(
        {ScorePart::Kind::term, shown, stored, Rung::exact, std::move(query)});
    likeness_.meant.root.children.push_back(std::move(node));
  }

  std::map<std::string, std::string, std::less<>> surfaces_;
  Likeness likeness_;
};

std::string_view without_slash(std::string_view address) {
  while (address.size() > 1 && address.ends_with('/')) address.remove_suffix(1);
  return address;
}

/// "https://site/a/#b" and "/a" are one address where the site's posts have "/a/".
std::string_view address_in(std::string_view typed) {
  return without_slash(typed.substr(0, typed.find('#')));
}

bool is_tail(std::string_view whole, std::string_view tail) {
  if (tail.empty() || !whole.ends_with(tail)) return false;
  return whole.size() == tail.size() || tail.front() == '/' ||
         whole[whole.size() - tail.size() - 1] == '/';
}

bool is_tail_of(const index::PostName& name, std::string_view typed) {
  return is_tail(name.id.str(), typed) || is_tail(name.path, typed) ||
         is_tail(without_slash(name.url), address_in(typed)) ||
         (!name.url.empty() && name.url != "/" &&
          is_tail(address_in(typed), without_slash(name.url)));
}

bool is_named(const index::PostName& name, std::string_view typed) {
  return name.path == typed || (!name.url.empty() && without_slash(name.url) == address_in(typed));
}

/// The posts whose address is the typed one; else those whose address ends so.
std::vector<const index::PostName*> named(const std::vector<index::PostName>& names,
                                          std::string_view typed) {
  std::vector<const index::PostName*> found;
  for (const index::PostName& name : names)
    if (is_named(name, typed)) found.push_back(&name);
  if (!found.empty()) return found;
  for (const index::PostName& name : names)
    if (is_tail_of(name, typed)) found.push_back(&name);
  return found;
}

/// Levenshtein's distance, in bytes of the first kMost ones.
std::size_t distance(std::string_view a, std::string_view b) {
  constexpr std::size_t kMost = 200;
  a = a.substr(0, kMost);
  b = b.substr(0, kMost);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string_view last_part(std::string_view address) {
  address = without_slash(address);
  return address.substr(address.rfind('/') + 1);
}

/// The file's name without what is behind the full stop.
std::string_view stem_of(std::string_view address) {
  const std::string_view name = last_part(address);
  return name.substr(0, name.rfind('.'));
}

/// How far a post's name is from what was typed: nothing where it has that in it, else of the
/// whole, or of what is behind the last '/'.
std::size_t distance(const index::PostName& name, std::string_view typed) {
  const std::string_view stem = stem_of(typed);
  if (!stem.empty() && name.id.str().find(stem) != std::string::npos) return 0;
  return std::min(distance(name.id.str(), typed),
                  distance(last_part(name.id.str()), last_part(typed)));
}

std::string joined_ids(const std::vector<const index::PostName*>& names) {
  constexpr std::size_t kShown = 3;
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kShown; ++i)
    text.append(i == 0 ? "" : ", ").append(names[i]->id.str());
  return names.size() > kShown ? text + " …" : text;
}

constexpr std::string_view kListPosts = "geul-query WORD --format paths lists posts";

Error no_such_post(const std::vector<index::PostName>& names, std::string_view typed) {
  constexpr std::size_t kNearest = 3;
  std::vector<std::pair<std::size_t, const index::PostName*>> near;
  near.reserve(names.size());
  for (const index::PostName& name : names) near.emplace_back(distance(name, typed), &name);
  std::ranges::stable_sort(near, {}, [](const auto& entry) { return entry.first; });
  if (near.size() > kNearest) near.resize(kNearest);
  std::vector<const index::PostName*> ids;
  ids.reserve(near.size());
  for (const auto& [far, name] : near) ids.push_back(name);
  std::string hint = ids.empty() ? "" : "the nearest are " + joined_ids(ids) + "; ";
  return {ErrorCode::not_found, "there is no post \"" + std::string(typed) + "\"",
          hint.append(kListPosts)};
}

/// The post of a path: its id is some end of it.
Result<std::optional<index::Document>> post_at(index::Reader& reader, const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    auto post = reader.document(DocumentId(path.substr(slash + 1)));
    if (!post) return fail(post.error());
    if (*post && (*post)->path == path) return post;
  }
  return std::nullopt;
}

Result<index::Document> loaded(index::Reader& reader, const index::PostName& name) {
  auto post = reader.document(name.id);
  if (!post) return fail(post.error());
  if (*post) return **std::move(post);
  return fail(ErrorCode::conflict, "the post " + name.id.str() + " has just gone", "try again");
}

}  // namespace

Result<index::Document> find_post(index::Reader& reader, std::string_view typed,
                                  const std::string& folder) {
  const std::string name(typed);
  auto post = reader.document(DocumentId(name));
  if (!post) return fail(post.error());
  if (*post) return **std::move(post);
  const auto path = (std::filesystem::path(folder) / name).lexically_normal().string();
  auto at_path = post_at(reader, path);
  if (!at_path) return fail(at_path.error());
  if (*at_path) return **std::move(at_path);
  const auto names = reader.names();
  if (!names) return fail(names.error());
  const auto found = named(*names, name);
  if (found.size() == 1) return loaded(reader, *found.front());
  if (found.empty()) return fail(no_such_post(*names, name));
  return fail(ErrorCode::usage, "\"" + name + "\" names several posts",
              "name one of them whole: " + joined_ids(found));
}

Likeness likeness_to(const index::Document& post, const Topic& topic,
                     analysis::Analyzer& analyzer) {
  std::map<std::string, std::string, std::less<>> surfaces;
  for (const Topic::Word& word : topic.words) surfaces.emplace(word.term, "");
  add_surfaces(post, analyzer, surfaces);
  LikenessBuilder builder(std::move(surfaces));
  for (const Topic::Word& word : topic.words) builder.add_word(word);
  for (const Topic::Word& tag : topic.tags) builder.add_tag(tag);
  return builder.finish(index::similar_to(topic, post.id));
}

}  // namespace geul::query
