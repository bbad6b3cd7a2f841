// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/record_reader.hpp"

#include <unistd.h>

#include <algorithm>
#include <span>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"

namespace geul::indexer {
namespace {

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

RecordReader::RecordReader(std::filesystem::path path, FileDescriptor file)
    : path_(std::move(path)), file_(std::move(file)), block_(kReadBlockBytes, '\0') {}

Result<RecordReader> RecordReader::open(const std::filesystem::path& path) {
  if (path == "-") return RecordReader(path, FileDescriptor(-1));
  auto file = open_to_read(path);
  if (file) return RecordReader(path, std::move(*file));
  if (file.error().code == ErrorCode::io && file.error().hint.empty())
    file.error().hint = "give a stream on the standard input, which is the SOURCE -";
  return fail(std::move(file.error()));
}

std::string_view RecordReader::unread() const {
  return std::string_view(block_).substr(at_, filled_ - at_);
}

/// Reads the next block; false at the end.
Result<bool> RecordReader::fill() {
  const bool is_input = path_ == "-";
  const int descriptor = is_input ? STDIN_FILENO : file_.get();
  const std::filesystem::path name = is_input ? "the standard input" : path_;
  const auto got = read_some(descriptor, name, std::span(block_));
  if (!got) return fail(got.error());
  at_ = 0;
  filled_ = *got;
  return filled_ != 0;
}

/// One line without its end; false at the end of the stream. Keeps no more of it than the limit.
Result<bool> RecordReader::read_line(std::string& text, bool& too_long) {
  text.clear();
  too_long = false;
  for (bool begun = false;; begun = true) {
    if (unread().empty()) {
      const auto more = fill();
      if (!more) return fail(more.error());
      if (!*more) return begun;
    }
    const std::string_view rest = unread();
    const std::size_t end = rest.find('\n');
    const std::string_view part = rest.substr(0, end);
    const std::size_t room = kMaxRecordBytes - text.size();
    text += part.substr(0, room);
    too_long = too_long || part.size() > room;
    at_ += std::min(part.size() + 1, rest.size());
    if (end != std::string_view::npos) return true;
  }
}

Result<std::optional<RecordReader::Record>> RecordReader::next() {
  std::string text;
  bool too_long = false;
  for (;;) {
    const auto read = read_line(text, too_long);
    if (!read) return fail(lost(read.error()));
    if (!*read) return std::nullopt;
    ++line_;
    if (too_long)
      return fail(ErrorCode::limit, format("a record of more than {}", in_units(kMaxRecordBytes)),
                  "make several records of it", {path_.string(), line_});
    if (!is_blank(text)) return Record{std::move(text), line_};
  }
}

/// Where it was lost, and what to do where it is a stream.
Error RecordReader::lost(Error error) const {
  error.place = {path_.string(), line_ + 1};
  if (path_ == "-") error.hint = "give it JSON Lines, from a file or a program";
  return error;
}

}  // namespace geul::indexer
