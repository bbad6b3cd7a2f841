// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace geul::test {

/// A program that runs beside the test until it is told to end; killed with its owner.
class RunningProgram {
 public:
  enum class Stream { output, error };

  /// `folder` is its working folder; empty: this process's.
  RunningProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const std::filesystem::path& folder = {});
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  RunningProgram(RunningProgram&&) = delete;
  RunningProgram& operator=(RunningProgram&&) = delete;

  /// The next line that holds `text`, behind the line returned last of this stream. Throws, with
  /// all that was printed, when none has come in time.
  std::string line_with(std::string_view text, Stream stream = Stream::output);
  /// Waits for the time to pass. Returns the lines printed since the line returned last.
  std::string lines_within(std::chrono::milliseconds time, Stream stream = Stream::output);

  void send(int signal) const;
  /// The exit status, 128 + N when signal N ended it. Throws when it does not end in time.
  int wait();

  [[nodiscard]] pid_t id() const noexcept { return id_; }
  [[nodiscard]] std::size_t descriptors() const;
  /// Of memory: what is resident now.
  [[nodiscard]] std::size_t resident_bytes() const;

 private:
  struct Pipe {
    int descriptor = -1;
    std::string text = {};
    std::size_t read = 0;  ///< of text, by the test
  };
  /// False once the program has closed both streams.
  bool receive(std::chrono::milliseconds patience);
  [[nodiscard]] Pipe& pipe_of(Stream stream) { return stream == Stream::output ? out_ : err_; }

  pid_t id_ = -1;
  Pipe out_;
  Pipe err_;
};

}  // namespace geul::test
