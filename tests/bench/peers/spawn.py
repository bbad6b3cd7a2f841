"""spawn.py COMMAND...: runs it and prints what it took, as JSON, on the standard error's last line.

A new process begins with the peak memory of the one that it was forked from, so that this small one stands between.
"""
import json
import os
import sys
import time


def main():
    begin = time.monotonic()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
    _, status, usage = os.wait4(process, 0)
    taken = {"wall": time.monotonic() - begin, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss * 1024,
             "status": os.waitstatus_to_exitcode(status)}
    print("\n" + json.dumps(taken), file=sys.stderr)


if __name__ == "__main__":
    main()
