// SPDX-License-Identifier: GPL-2.0-or-later
// https://www.mkdocs.org/user-guide/configuration/ and /user-guide/writing-your-docs/; its anchors
// are those of Python-Markdown's extension toc.
#include <algorithm>
#include <map>

#include "common/text/normalize.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"

namespace geul::indexer {
namespace {

using Titles = std::map<std::string, std::string, std::less<>>;

/// The titles that `nav` gives to files. Settings are at most kMaxMetadataDepth deep.
void read_nav(const MetaValue& nav, Titles& titles) {
  for (const MetaValue& item : nav.items) read_nav(item, titles);
  for (const auto& [title, value] : nav.members) {
    if (value.kind == MetaValue::Kind::scalar)
      titles.insert_or_assign(text::to_nfc(plain_folder(value.text)), title);
    else
      read_nav(value, titles);
  }
}

class MkDocs final : public SiteGenerator {
 public:
  MkDocs(std::filesystem::path root, SiteSettings& settings, const std::string& typed)
      : SiteGenerator(std::move(root),
                      settings_digest("MkDocs", settings,
                                      {"site_url", "docs_dir", "use_directory_urls", "nav",
                                       "markdown_extensions"})),
        base_(settings.base("site_url", path_of_address(settings.text("site_url")))),
        source_(plain_folder(settings.text("docs_dir", "docs"))),
        folders_(settings.flag("use_directory_urls", true)),
        excluded_(settings.text("exclude_docs")) {
    if (const MetaValue* nav = settings.list("nav")) read_nav(*nav, titles_);
    // A Python object that the settings name: not run, but known by its name.
    anchors_.rule = AnchorRule::python_markdown;
    if (typed.find("slugify_unicode") != std::string::npos)
      anchors_.rule = AnchorRule::python_unicode;
    else if (typed.find("pymdownx.slugs") != std::string::npos)
      anchors_.rule = AnchorRule::pymdownx;
    else if (typed.find("slugify") != std::string::npos)
      settings.note("markdown_extensions",
                    "toc.slugify is not known; anchors are Python-Markdown's");
    anchors_.takes_ids = typed.find("attr_list") != std::string::npos;
  }

  [[nodiscard]] std::string_view name() const noexcept override { return "MkDocs"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return anchors_; }
  /// `nav` gives titles to pages that have none of their own.
  void complete(MetaValue& front_matter, std::string_view path) const override {
    const auto title = titles_.find(text::to_nfc(below_folder(source_, path)));
    if (title == titles_.end() || front_matter.find("title") != nullptr) return;
    MetaValue value;
    value.kind = MetaValue::Kind::scalar;
    value.quoted = true;
    value.text = title->second;
    front_matter.kind = MetaValue::Kind::table;
    front_matter.members.emplace_back("title", std::move(value));
  }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    if (path != source_ && !lies_in(source_, path) && !lies_in(path, source_)) return true;
    for (const std::string_view part : path_parts(path))
      if (part.starts_with('.')) return true;
    return is_twin(path) || is_excluded(below_folder(source_, path));
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    const PathName name = split_path(below_folder(source_, input.path));
    const bool index = name.stem == "index" || name.stem == "README";
    const std::string folder = base_ + '/' + encode_path(name.folder) + '/';
    if (index) return site_address(folder + (folders_ ? "" : "index.html"));
    return site_address(folder + encode_path(name.stem) + (folders_ ? "/" : ".html"));
  }

 private:
  /// README.md beside an index.md is left out.
  [[nodiscard]] bool is_twin(std::string_view path) const {
    if (last_name(path) != "README.md") return false;
    return is_file_at(root() / std::filesystem::path(folder_above(path)) / "index.md");
  }
  /// exclude_docs: lines in the style of .gitignore.
  [[nodiscard]] bool is_excluded(std::string_view path) const {
    std::string_view rest = excluded_;
    bool excluded = false;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line.starts_with('#')) continue;
      const bool again = line.starts_with('!');
      if (again) line.remove_prefix(1);
      const bool anywhere = line.find('/') >= line.size() - 1;
      if (path_matches(line, path) || (anywhere && path_matches("**/" + std::string(line), path)))
        excluded = !again;
    }
    return excluded;
  }

  std::string base_;
  std::string source_;
  bool folders_;
  std::string excluded_;
  Titles titles_;
  AnchorStyle anchors_;
};

}  // namespace

std::unique_ptr<const Generator> make_mkdocs(std::filesystem::path root, SiteSettings& settings,
                                             const std::string& typed) {
  return std::make_unique<MkDocs>(std::move(root), settings, typed);
}

}  // namespace geul::indexer
