// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.hpp"
#include "common/text/time_zone.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// A settings file as a tree, by its extension: .toml, .json, else YAML. An empty table and a
/// warning where it cannot be read or understood. Read, never run.
[[nodiscard]] MetaValue read_settings(const std::filesystem::path& file,
                                      std::vector<Warning>& warnings);

/// The value at a dotted path of keys ("kramdown.input"); null where a key is missing.
[[nodiscard]] const MetaValue* find_at(const MetaValue& settings, std::string_view dotted) noexcept;

/// The text at a dotted path of keys; empty without, and for lists and tables.
[[nodiscard]] std::string text_at(const MetaValue& settings, std::string_view dotted);

/// The texts of a list, or the one text of a scalar.
/// Limits  the first 1,000 of a list.
[[nodiscard]] std::vector<std::string> texts_at(const MetaValue& settings, std::string_view dotted);

/// What geul.yaml says of a site. It goes before the generator's own settings.
struct SiteChoice {
  std::optional<std::string> base = {};  ///< where addresses begin: "/blog"; empty: the root
  std::optional<text::TimeZone> zone = {};
};

/// Something that shapes addresses, and where it is from.
struct SiteFact {
  enum class From {
    chosen,   ///< geul.yaml
    setting,  ///< the generator's settings, at `place`
    rule,     ///< nothing says otherwise
    machine,  ///< what this machine is set to
  };
  std::string name;  ///< "base path", "time zone", "permalink"
  std::string value;
  From from = From::rule;
  Place place = {};
};

/// A site's settings on their way into a generator. What is there and of no use is noted, by file,
/// line and key; the setting then counts as missing.
class SiteSettings {
 public:
  /// `file` names them in notes; the notes go to `warnings`, which outlives this.
  SiteSettings(MetaValue values, std::filesystem::path file, std::vector<Warning>& warnings,
               SiteChoice choice = {})
      : values_(std::move(values)),
        file_(std::move(file)),
        warnings_(&warnings),
        choice_(std::move(choice)) {}

  [[nodiscard]] const MetaValue& values() const noexcept { return values_; }
  [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }
  [[nodiscard]] const MetaValue* find(std::string_view dotted) const noexcept;
  /// The value of a kind; null where there is none, or an empty one.
  [[nodiscard]] const MetaValue* table(std::string_view dotted);
  [[nodiscard]] const MetaValue* list(std::string_view dotted);
  [[nodiscard]] std::string text(std::string_view dotted, std::string_view otherwise = {});
  /// The texts of a list, or the one of a scalar.
  [[nodiscard]] std::vector<std::string> texts(std::string_view dotted);
  [[nodiscard]] bool flag(std::string_view dotted, bool otherwise);
  void note(std::string_view dotted, std::string message);

  [[nodiscard]] const SiteChoice& choice() const noexcept { return choice_; }
  /// Where addresses begin: as geul.yaml chooses, else `own`, which `dotted` gives.
  [[nodiscard]] std::string base(std::string_view dotted, std::string own);
  /// Notes a fact; `dotted` is the setting that says so, if it is there.
  void tell(std::string name, std::string value, std::string_view dotted);
  void tell(SiteFact fact) { facts_.push_back(std::move(fact)); }
  [[nodiscard]] const std::vector<SiteFact>& facts() const noexcept { return facts_; }

 private:
  [[nodiscard]] const MetaValue* of_kind(std::string_view dotted, MetaValue::Kind kind,
                                         std::string_view wanted);

  MetaValue values_;
  std::filesystem::path file_;
  std::vector<Warning>* warnings_;
  SiteChoice choice_;
  std::vector<SiteFact> facts_;
};

/// `over` laid over `under`, as settings in several files are: tables key by key, all else whole;
/// a key without a value changes nothing.
[[nodiscard]] MetaValue merged(MetaValue under, const MetaValue& over);

/// A digest of a generator's name, of the named parts of its settings, whatever their order in the
/// file, and of what geul.yaml chooses: what Generator::fingerprint() returns.
[[nodiscard]] std::string settings_digest(std::string_view generator, const SiteSettings& settings,
                                          std::initializer_list<std::string_view> keys);

}  // namespace geul::indexer
