// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/table_check.hpp"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <sstream>
#include <string_view>

#include "common/base/format.hpp"
#include "common/index/xapian/guard.hpp"

namespace geul::index {
namespace {

constexpr std::array kTables{"docdata", "termlist", "postlist", "position", "spelling", "synonym"};

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressSanitizer = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kAddressSanitizer = true;
#else
constexpr bool kAddressSanitizer = false;
#endif
#else
constexpr bool kAddressSanitizer = false;
#endif

std::string file_of(const std::string& folder, std::string_view table) {
  return format("{}/{}.glass", folder, table);
}

/// What Xapian prints about a database or one table of it; empty when all is in order.
Result<std::string> complaints_of(const std::string& place) {
  return guarded(place, [&] {
    std::ostringstream out;
    return Xapian::Database::check(place, 0, &out) == 0 ? std::string() : out.str();
  });
}

/// Reads complaints: for each table a line "NAME:", its faults, and a last line with their number.
class ComplaintReader {
 public:
  std::vector<std::string> run(const std::string& complaints) {
    std::istringstream lines(complaints);
    for (std::string line; std::getline(lines, line);) take(line);
    return std::move(faults_);
  }

 private:
  void take(const std::string& line) {
    constexpr std::string_view kSum = " table errors found: ";
    for (const std::string_view table : kTables) {
      if (line == format("{}:", table)) return begin(table);
      if (line.starts_with(format("{}{}", table, kSum)))
        return end(line.substr(line.rfind(' ') + 1));
    }
    if (first_.empty()) first_ = line;
  }
  void begin(std::string_view table) {
    table_ = table;
    first_.clear();
  }
  void end(const std::string& number) {
    faults_.push_back(format("{}.glass: {}{}", table_, first_,
                             number == "1" ? "" : format(", the first of {} faults", number)));
  }

  std::string table_;
  std::string first_;
  std::vector<std::string> faults_;
};

/// Where Xapian gives up at the first broken table: which these are.
std::vector<std::string> faults_one_by_one(const std::string& folder) {
  std::vector<std::string> faults;
  for (const std::string_view table : kTables) {
    const std::string file = file_of(folder, table);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) continue;  // not yet needed
    const Result<std::string> complaints = complaints_of(file);
    if (!complaints)
      faults.push_back(complaints.error().message);
    else
      for (std::string& fault : ComplaintReader().run(*complaints))
        faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace

bool may_check_tables(const std::string& folder) {
  return std::ranges::all_of(kTables, [&folder](std::string_view table) {
    return ::access(file_of(folder, table).c_str(), W_OK) == 0 || errno == ENOENT;
  });
}

std::vector<std::string> faults_of_tables(const std::string& folder) {
  if constexpr (kAddressSanitizer) return {};
  const Result<std::string> complaints = complaints_of(folder);
  if (complaints && complaints->empty()) return {};
  std::vector<std::string> faults =
      complaints ? ComplaintReader().run(*complaints) : faults_one_by_one(folder);
  if (faults.empty())
    faults.push_back(complaints ? "the tables are not in order" : complaints.error().message);
  return faults;
}

}  // namespace geul::index
