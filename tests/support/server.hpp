// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace geul::test {

/// A program that listens on a port of this machine, with the processes that it starts. Killed with
/// its owner, and where the tests' process dies.
class Server {
 public:
  /// Starts `program` (looked for in PATH) and waits until it listens. In `arguments`, "PORT"
  /// stands for a free port. Throws where it never listens.
  Server(const std::string& program, const std::vector<std::string>& arguments);
  ~Server();
  Server(Server&& other) noexcept;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  Server& operator=(Server&&) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  /// "127.0.0.1:PORT"
  [[nodiscard]] std::string address() const;
  /// Lets it and its processes stand still: they keep their connections and do nothing.
  void stall() const;
  void kill();

 private:
  bool start(const std::string& program, std::vector<std::string> arguments);

  pid_t process_ = -1;
  int port_ = 0;
};

/// xapian-tcpsrv for databases, as one.
[[nodiscard]] Server serve(const std::vector<std::string>& databases);

/// Stands between a client and a server and forwards what the server says up to a number of bytes,
/// for each connection. Then it says nothing more, or hangs up.
class Proxy {
 public:
  enum class End { silence, hang_up };
  Proxy(int server_port, std::size_t bytes, End end);
  ~Proxy();
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;
  Proxy(Proxy&&) = delete;
  Proxy& operator=(Proxy&&) = delete;

  [[nodiscard]] std::string address() const;

 private:
  pid_t process_ = -1;
  int port_ = 0;
};

/// A port that is listened on and never answers a connection: those that come wait until they give
/// up.
class BlackHole {
 public:
  BlackHole();
  ~BlackHole();
  BlackHole(const BlackHole&) = delete;
  BlackHole& operator=(const BlackHole&) = delete;
  BlackHole(BlackHole&&) = delete;
  BlackHole& operator=(BlackHole&&) = delete;

  [[nodiscard]] std::string address() const;

 private:
  std::vector<int> sockets_;
  int port_ = 0;
};

}  // namespace geul::test
