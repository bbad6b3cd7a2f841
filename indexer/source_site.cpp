// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_site.hpp"

#include "indexer/html/page_site.hpp"

namespace geul::indexer {

Site site_of(const std::string& source, PostFiles files, const SiteChoice& choice,
             std::vector<Warning>& warnings) {
  if (files == PostFiles::markdown)
    return recognize_site(source == "-" ? "." : source, choice, warnings);
  const auto from = choice.base ? SiteFact::From::chosen : SiteFact::From::rule;
  return {make_page_site(source, choice), {}, {{"base path", choice.base.value_or(""), from}}};
}

}  // namespace geul::indexer
