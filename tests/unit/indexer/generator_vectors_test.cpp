// SPDX-License-Identifier: GPL-2.0-or-later
// Sites that the generators themselves built, kept as data (./dev generators --write).
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "common/base/files.hpp"
#include "common/base/json.hpp"
#include "common/text/normalize.hpp"
#include "indexer/post/post.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

constexpr std::int64_t kNow = 1'790'000'000;  // 2026-09-21

std::string decoded(std::string_view address) {
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%' && i + 2 < address.size()) {
      out += static_cast<char>(std::stoi(std::string(address.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += address[i];
    }
  }
  return out;
}

/// Whether a walk from the site's folder down comes to the file.
bool is_reached(const Generator& site, const std::string& path) {
  for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1)) {
    const std::size_t begin = path.rfind('/', end - 1);
    const std::string name = path.substr(begin == std::string::npos ? 0 : begin + 1,
                                         end - (begin == std::string::npos ? 0 : begin + 1));
    if (name.front() == '.' || site.excludes(text::to_nfc(path.substr(0, end)))) return false;
  }
  return !site.excludes(text::to_nfc(path));
}

bool is_markdown(const std::string& path) {
  return path.ends_with(".md") || path.ends_with(".MD") || path.ends_with(".markdown") ||
         path.ends_with(".mdx");
}

Json anchors_of(const Post& post) {
  Json anchors = Json::array();
  for (const index::Section& section : post.document.sections)
    if (section.level > 0) anchors.push_back(decoded(section.anchor));
  return anchors;
}

class KeptSite {
 public:
  KeptSite(const Json& site, const Json& texts) : site_(site), texts_(texts) {
    for (const auto& [path, text] : site_["files"].items())
      folder_.write(path, texts_[text.get<std::size_t>()].get<std::string>());
  }

  void check() {
    std::vector<Warning> warnings;
    const auto generator = recognize(folder_.path(), warnings);
    for (const auto& [path, text] : site_["files"].items())
      if (is_markdown(path))
        check_post(*generator, path, texts_[text.get<std::size_t>()].get<std::string>());
  }

 private:
  void check_post(const Generator& generator, const std::string& path, const std::string& text) {
    const std::string id = text::to_nfc(path);
    CAPTURE(site_["name"], id);
    for (const Json& open : site_["open"])
      if (open == id) return;
    const Json expected = site_["pages"].value(id, Json());
    const bool reached = is_reached(generator, path);
    Result<Post> post = fail(ErrorCode::malformed, "not reached");
    PostSource source{DocumentId(id), path, path, {}, kNow};
    if (reached) post = read_markdown_post(text, source, generator);
    const bool shown = post && post->visibility == Visibility::shown;
    if (shown == expected.is_null()) FAIL_CHECK((shown ? "shown" : "not shown") << " by geul");
    if (!shown || expected.is_null()) return;
    CHECK(decoded(post->document.url) == expected["address"].get<std::string>());
    if (!expected["anchors"].is_null()) CHECK(anchors_of(*post) == expected["anchors"]);
  }

  const Json& site_;
  const Json& texts_;
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("Addresses and anchors are those that the generators made") {
  ::setenv("TZ", "Asia/Seoul", 1);  // of the machine that the vectors were made on
  const auto folder = test::project_folder() / "tests/golden/generators";
  std::size_t sites = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    CAPTURE(entry.path());
    const Json kept = parse_json(read_file(entry.path(), 1U << 26U).value()).value();
    for (const Json& site : kept["sites"]) {
      KeptSite(site, kept["texts"]).check();
      ++sites;
    }
  }
  CHECK(sites >= 39);
}

}  // namespace geul::indexer
