// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>

#include "common/base/format.hpp"

namespace geul::test {
namespace {

constexpr std::chrono::milliseconds kPause{5};
constexpr std::chrono::seconds kPatience{30};

sockaddr_in loopback(int port) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

std::string name_of(int port) {
  return geul::format("127.0.0.1:{}", port);
}

int tcp_socket(int flags = 0) {
  return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | flags, 0);
}

bool connect_to(int socket, int port) {
  const sockaddr_in address = loopback(port);
  return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

/// A socket bound to a free port, and the port.
std::pair<int, int> bound_socket() {
  const int socket = tcp_socket();
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
      ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no free port");
  return {socket, ntohs(address.sin_port)};
}

int free_port() {
  const auto [socket, port] = bound_socket();
  ::close(socket);
  return port;
}

/// Waits until `done` holds; false where it never does.
template <class Condition>
bool wait_until(const Condition& done) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (!done()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

bool is_listening(int port) {
  const int socket = tcp_socket();
  const bool connected = connect_to(socket, port);
  ::close(socket);
  return connected;
}

bool has_ended(pid_t process) {
  return ::waitpid(process, nullptr, WNOHANG) == process;
}

/// In a child: dies with its parent, and leads a group that signals reach as a whole.
void detach() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setpgid(0, 0);
}

pid_t spawn(const std::string& program, const std::vector<std::string>& arguments) {
  const pid_t child = ::fork();
  if (child != 0) {
    ::setpgid(child, child);
    return child;
  }
  detach();
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::dup2(nothing, descriptor);
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execvp(program.c_str(), argv.data());
  ::_exit(127);
}

void end_group(pid_t process) {
  if (process <= 0) return;
  ::kill(-process, SIGKILL);
  ::waitpid(process, nullptr, 0);
}

/// Forwards one connection, in a process of its own.
[[noreturn]] void forward(int client, int server_port, std::size_t bytes, Proxy::End end) {
  const int server = tcp_socket();
  if (!connect_to(server, server_port)) ::_exit(1);
  for (const int socket : {client, server}) {
    const int at_once = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  }
  pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
  char buffer[4096];
  for (;;) {
    if (::poll(both, bytes > 0 ? 2 : 1, -1) < 0) ::_exit(1);
    for (const bool from_server : {false, true}) {
      if ((both[from_server ? 1 : 0].revents & (POLLIN | POLLHUP)) == 0) continue;
      const std::size_t most = from_server ? std::min(sizeof buffer, bytes) : sizeof buffer;
      if (most == 0) continue;
      const ssize_t got = ::read(from_server ? server : client, buffer, most);
      if (got <= 0) ::_exit(0);
      const auto size = static_cast<std::size_t>(got);
      if (::send(from_server ? client : server, buffer, size, MSG_NOSIGNAL) != got) ::_exit(0);
      if (!from_server) continue;
      bytes -= size;
      if (bytes == 0 && end == Proxy::End::hang_up) ::_exit(0);
    }
  }
}

[[noreturn]] void forward_all(int listening, int server_port, std::size_t bytes, Proxy::End end) {
  detach();
  ::signal(SIGCHLD, SIG_IGN);
  for (;;) {
    const int client = ::accept(listening, nullptr, nullptr);
    if (client < 0) ::_exit(1);
    if (::fork() == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      forward(client, server_port, bytes, end);
    }
    ::close(client);
  }
}

}  // namespace

Server::Server(const std::string& program, const std::vector<std::string>& arguments) {
  constexpr int kAttempts = 5;  // another process may take the port in between
  for (int attempt = 0; attempt < kAttempts; ++attempt)
    if (start(program, arguments)) return;
  throw std::runtime_error(program + " does not listen; is it installed?");
}

bool Server::start(const std::string& program, std::vector<std::string> arguments) {
  port_ = free_port();
  for (std::string& argument : arguments)
    if (argument == "PORT") argument = std::to_string(port_);
  process_ = spawn(program, arguments);
  bool ended = false;
  const bool listens = wait_until([&] {
    ended = has_ended(process_);
    return ended || is_listening(port_);
  });
  if (listens && !ended) return true;
  if (!ended) kill();
  process_ = -1;
  return false;
}

Server::~Server() {
  kill();
}

Server::Server(Server&& other) noexcept
    : process_(std::exchange(other.process_, -1)), port_(other.port_) {}

std::string Server::address() const {
  return name_of(port_);
}

void Server::stall() const {
  ::kill(-process_, SIGSTOP);
}

void Server::kill() {
  end_group(std::exchange(process_, -1));
}

Server serve(const std::vector<std::string>& databases) {
  std::vector<std::string> arguments{"--interface", "127.0.0.1", "--port", "PORT", "--quiet"};
  arguments.insert(arguments.end(), databases.begin(), databases.end());
  return Server("xapian-tcpsrv", arguments);
}

Proxy::Proxy(int server_port, std::size_t bytes, End end) {
  const auto [listening, port] = bound_socket();
  port_ = port;
  ::listen(listening, 16);
  process_ = ::fork();
  if (process_ == 0) forward_all(listening, server_port, bytes, end);
  ::setpgid(process_, process_);
  ::close(listening);
}

Proxy::~Proxy() {
  end_group(process_);
}

std::string Proxy::address() const {
  return name_of(port_);
}

BlackHole::BlackHole() {
  constexpr int kMore = 4;  // than the queue holds
  const auto [listening, port] = bound_socket();
  port_ = port;
  sockets_.push_back(listening);
  ::listen(listening, 0);
  for (int i = 0; i < kMore; ++i) {
    sockets_.push_back(tcp_socket(SOCK_NONBLOCK));
    static_cast<void>(connect_to(sockets_.back(), port_));
  }
}

BlackHole::~BlackHole() {
  for (const int socket : sockets_) ::close(socket);
}

std::string BlackHole::address() const {
  return name_of(port_);
}

}  // namespace geul::test
