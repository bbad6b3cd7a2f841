// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/running_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "tests/support/patience.hpp"

namespace geul::test {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kStep{20};
constexpr int kExecFailed = 127;

/// Generous: it is waited for only when something is wrong.
Clock::time_point last_moment() {
  const double seconds = 20 * kPatience * slowness();
  return Clock::now() +
         std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return ends;
}

[[noreturn]] void become(const std::filesystem::path& program, std::vector<char*> argv,
                         const std::filesystem::path& folder, int out, int err) {
  if (!folder.empty() && ::chdir(folder.c_str()) != 0) ::_exit(kExecFailed);
  // A shell in the background ignores it for its children.
  ::signal(SIGINT, SIG_DFL);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  ::execv(program.c_str(), argv.data());
  ::_exit(kExecFailed);
}

/// False at the end: the program has closed it.
bool take_all(int descriptor, std::string& text) {
  std::array<char, 4096> buffer{};
  ssize_t got = 0;
  while ((got = ::read(descriptor, buffer.data(), buffer.size())) > 0)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  return got < 0;
}

}  // namespace

RunningProgram::RunningProgram(const std::filesystem::path& program,
                               const std::vector<std::string>& arguments,
                               const std::filesystem::path& folder) {
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const std::array<int, 2> out = make_pipe();
  const std::array<int, 2> err = make_pipe();
  id_ = ::fork();
  if (id_ == 0) become(program, argv, folder, out[1], err[1]);
  ::close(out[1]);
  ::close(err[1]);
  out_.descriptor = out[0];
  err_.descriptor = err[0];
}

RunningProgram::~RunningProgram() {
  if (id_ > 0) {
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }
  ::close(out_.descriptor);
  ::close(err_.descriptor);
}

bool RunningProgram::receive(std::chrono::milliseconds patience) {
  std::array<pollfd, 2> what{pollfd{out_.descriptor, POLLIN, 0},
                             pollfd{err_.descriptor, POLLIN, 0}};
  ::poll(what.data(), what.size(), static_cast<int>(patience.count()));
  const bool more_out = take_all(out_.descriptor, out_.text);
  const bool more_err = take_all(err_.descriptor, err_.text);
  return more_out || more_err;
}

std::string RunningProgram::line_with(std::string_view text, Stream stream) {
  Pipe& pipe = pipe_of(stream);
  const auto end = last_moment();
  for (bool more = true;; more = receive(kStep)) {
    for (std::size_t line_end = 0;
         (line_end = pipe.text.find('\n', pipe.read)) != std::string::npos;) {
      const std::string line = pipe.text.substr(pipe.read, line_end - pipe.read);
      pipe.read = line_end + 1;
      if (line.find(text) != std::string::npos) return line;
    }
    if (!more || Clock::now() > end)
      throw std::runtime_error("no line with \"" + std::string(text) + "\" has come. Output:\n" +
                               out_.text + "Error:\n" + err_.text);
  }
}

std::string RunningProgram::lines_within(std::chrono::milliseconds time, Stream stream) {
  std::this_thread::sleep_for(time);
  static_cast<void>(receive(std::chrono::milliseconds(0)));
  Pipe& pipe = pipe_of(stream);
  const std::size_t from = pipe.read;
  pipe.read = pipe.text.rfind('\n') + 1;
  return pipe.text.substr(from, pipe.read - from);
}

void RunningProgram::send(int signal) const {
  ::kill(id_, signal);
}

int RunningProgram::wait() {
  const auto end = last_moment();
  for (int raw = 0; Clock::now() < end; static_cast<void>(receive(kStep))) {
    if (::waitpid(id_, &raw, WNOHANG) != id_) continue;
    id_ = -1;
    return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
  }
  throw std::runtime_error("the program does not end. Output:\n" + out_.text + "Error:\n" +
                           err_.text);
}

std::size_t RunningProgram::descriptors() const {
  const std::filesystem::directory_iterator entries("/proc/" + std::to_string(id_) + "/fd");
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

std::size_t RunningProgram::resident_bytes() const {
  std::ifstream file("/proc/" + std::to_string(id_) + "/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  file >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace geul::test
