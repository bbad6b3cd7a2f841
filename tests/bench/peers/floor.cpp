// SPDX-License-Identifier: GPL-2.0-or-later
// What indexing with Xapian cannot be faster than: Xapian alone, given what geul stores.
//
//   floor dump DB FILE           writes each document of a database to a file: terms with their
//                                frequencies and positions, values, record
//   floor write FILE DB [BYTES]  makes a database of such a file, committing every BYTES of
//                                postings; without BYTES whenever Xapian itself does
//   floor read FILE              reads the file and makes no use of it: what to subtract
//
// The file holds for each document the bytes that follow, what it takes in memory, the terms, the
// values and the record: numbers as this machine has them.
#include <xapian.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

class Bytes {
 public:
  template <class Number>
  void add(Number number) {
    char bytes[sizeof(Number)];
    std::memcpy(bytes, &number, sizeof(Number));
    data_.append(bytes, sizeof(Number));
  }
  void add(const std::string& text) {
    add(static_cast<std::uint32_t>(text.size()));
    data_ += text;
  }
  [[nodiscard]] const std::string& data() const noexcept { return data_; }

 private:
  std::string data_;
};

class Cursor {
 public:
  explicit Cursor(std::string_view data) : data_(data) {}

  template <class Number>
  Number number() {
    Number number;
    std::memcpy(&number, data_.data(), sizeof(Number));
    data_.remove_prefix(sizeof(Number));
    return number;
  }
  std::string_view text() {
    const auto size = number<std::uint32_t>();
    const std::string_view text = data_.substr(0, size);
    data_.remove_prefix(size);
    return text;
  }

 private:
  std::string_view data_;
};

/// What geul's own writer counts a document as (Postings::bytes()): batches come out the same.
class MemoryCount {
 public:
  void term(std::size_t size, std::size_t positions) {
    bytes_ += size + kTerm + positions * sizeof(std::uint32_t);
  }
  void value(std::size_t size) { bytes_ += size + kTerm; }
  void record(std::size_t size) { bytes_ += size + 512; }
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }

 private:
  static constexpr std::size_t kTerm = 160;
  std::uint64_t bytes_ = 0;
};

std::vector<std::uint32_t> positions_of(const Xapian::TermIterator& term) {
  std::vector<std::uint32_t> positions;
  for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
    positions.push_back(*at);
  return positions;
}

void dump_terms(const Xapian::Document& document, Bytes& out, MemoryCount& count) {
  out.add(static_cast<std::uint32_t>(document.termlist_count()));
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string name = *term;
    const std::vector<std::uint32_t> positions = positions_of(term);
    out.add(name);
    out.add(static_cast<std::uint32_t>(term.get_wdf()));
    out.add(static_cast<std::uint32_t>(positions.size()));
    for (const std::uint32_t position : positions) out.add(position);
    count.term(name.size(), positions.size());
  }
}

void dump_values(const Xapian::Document& document, Bytes& out, MemoryCount& count) {
  out.add(static_cast<std::uint32_t>(document.values_count()));
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    out.add(static_cast<std::uint32_t>(value.get_valueno()));
    out.add(*value);
    count.value((*value).size());
  }
}

int dump(const char* from, const char* to) {
  const Xapian::Database database(from);
  std::ofstream file(to, std::ios::binary);
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    Bytes body;
    MemoryCount count;
    dump_terms(document, body, count);
    dump_values(document, body, count);
    body.add(document.get_data());
    count.record(document.get_data().size());
    Bytes head;
    head.add(static_cast<std::uint64_t>(body.data().size()));
    head.add(count.bytes());
    file << head.data() << body.data();
  }
  return file.flush() ? 0 : 2;
}

Xapian::Document document_of(Cursor cursor) {
  Xapian::Document document;
  for (auto terms = cursor.number<std::uint32_t>(); terms > 0; --terms) {
    const std::string name(cursor.text());
    document.add_term(name, cursor.number<std::uint32_t>());
    for (auto positions = cursor.number<std::uint32_t>(); positions > 0; --positions)
      document.add_posting(name, cursor.number<std::uint32_t>(), 0);
  }
  for (auto values = cursor.number<std::uint32_t>(); values > 0; --values) {
    const auto slot = cursor.number<std::uint32_t>();
    document.add_value(slot, std::string(cursor.text()));
  }
  document.set_data(std::string(cursor.text()));
  return document;
}

/// Shows each document's bytes, and what it takes in memory.
bool visit(const char* path, const std::function<void(std::string_view, std::uint64_t)>& take) {
  std::ifstream file(path, std::ios::binary);
  std::string buffer;
  for (char head[16]; file.read(head, sizeof head);) {
    Cursor cursor({head, sizeof head});
    buffer.resize(cursor.number<std::uint64_t>());
    if (!file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()))) return false;
    take(buffer, cursor.number<std::uint64_t>());
  }
  return file.eof();
}

int read(const char* path) {
  std::uint64_t bytes = 0;
  const bool done = visit(path, [&](std::string_view, std::uint64_t size) { bytes += size; });
  return done && bytes > 0 ? 0 : 2;
}

int write_as_xapian_does(const char* from, const char* to) {
  Xapian::WritableDatabase database(to, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  const bool done = visit(from, [&](std::string_view bytes, std::uint64_t) {
    database.add_document(document_of(Cursor(bytes)));
  });
  database.commit();
  return done ? 0 : 2;
}

/// Within transactions Xapian does not commit by itself.
int write_by_bytes(const char* from, const char* to, std::uint64_t batch) {
  Xapian::WritableDatabase database(to, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  std::uint64_t held = 0;
  database.begin_transaction();
  const bool done = visit(from, [&](std::string_view bytes, std::uint64_t size) {
    database.add_document(document_of(Cursor(bytes)));
    held += size;
    if (held < batch) return;
    database.commit_transaction();
    database.begin_transaction();
    held = 0;
  });
  database.commit_transaction();
  return done ? 0 : 2;
}

int run(const std::vector<const char*>& arguments) {
  const std::string_view mode = arguments.empty() ? "" : arguments[0];
  if (mode == "dump" && arguments.size() == 3) return dump(arguments[1], arguments[2]);
  if (mode == "read" && arguments.size() == 2) return read(arguments[1]);
  if (mode == "write" && arguments.size() == 3)
    return write_as_xapian_does(arguments[1], arguments[2]);
  if (mode == "write" && arguments.size() == 4)
    return write_by_bytes(arguments[1], arguments[2], std::strtoull(arguments[3], nullptr, 10));
  std::cerr << "usage: floor dump DB FILE | write FILE DB [BYTES] | read FILE\n";
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const Xapian::Error& error) {
    std::cerr << "floor: " << error.get_description() << '\n';
    return 2;
  }
}
