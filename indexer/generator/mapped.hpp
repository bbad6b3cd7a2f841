// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/generator/generator.hpp"

namespace geul::indexer {

/// Where a site shows the posts of a folder: what geul.yaml says of it under `addresses`.
struct AddressRule {
  std::string folder;   ///< relative to the generator's root(); empty for all of it
  std::string address;  ///< a template: "/blog/:path/"

  friend bool operator==(const AddressRule&, const AddressRule&) = default;
};

/// A generator whose addresses follow the first rule that holds the post's file; posts in no folder
/// of a rule, and those with a permalink of their own, have the generator's.
///
/// In a template :path is the file's path below the folder without its extension ("a/index.md" is
/// a), :slug the front matter's slug, else :path, :name the last part of :path, :title the title as
/// a slug, and :year, :month, :day … those of the date.
[[nodiscard]] std::unique_ptr<const Generator> map_addresses(
    std::unique_ptr<const Generator> generator, const std::vector<AddressRule>& rules);

/// The names in a template that map_addresses() does not know.
[[nodiscard]] std::vector<std::string> unknown_names(std::string_view address);

}  // namespace geul::indexer
