// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/record_reader.hpp"

#include <cerrno>
#include <iostream>
#include <system_error>

#include "common/base/files.hpp"
#include "common/base/format.hpp"

namespace geul::indexer {
namespace {

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

RecordReader::RecordReader(std::filesystem::path path, std::ifstream file)
    : path_(std::move(path)), file_(std::move(file)) {}

Result<RecordReader> RecordReader::open(const std::filesystem::path& path) {
  if (path == "-") return RecordReader(path, std::ifstream());
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return fail(ErrorCode::io, format("{} is not a regular file", path.string()),
                "give a stream on the standard input, which is the SOURCE -");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::io,
                format("cannot open {}: {}", path.string(), describe_errno(errno)));
  return RecordReader(path, std::move(file));
}

std::istream& RecordReader::stream() {
  if (path_ == "-") return std::cin;
  return file_;
}

/// One line without its end; false at the end of the stream. Keeps no more of it than the limit.
bool RecordReader::read_line(std::string& text, bool& too_long) {
  text.clear();
  too_long = false;
  std::streambuf& buffer = *stream().rdbuf();
  int c = buffer.sbumpc();
  if (c == std::char_traits<char>::eof()) return false;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer.sbumpc()) {
    if (text.size() < kMaxRecordBytes) {
      text += static_cast<char>(c);
    } else {
      too_long = true;
    }
  }
  return true;
}

Result<std::optional<RecordReader::Record>> RecordReader::next() {
  std::string text;
  bool too_long = false;
  while (read_line(text, too_long)) {
    ++line_;
    if (too_long)
      return fail(ErrorCode::limit, format("a record of more than {}", in_units(kMaxRecordBytes)),
                  "make several records of it", {path_.string(), line_});
    if (!is_blank(text)) return Record{std::move(text), line_};
  }
  if (stream().bad())
    return fail(ErrorCode::io, format("cannot read {}", path_.string()), {},
                {path_.string(), line_});
  return std::nullopt;
}

}  // namespace geul::indexer
