#!/usr/bin/env python3
# ruff: noqa  (kept as it is used to measure other programs too)
"""Measure what a person at a terminal feels, for any full-screen program.

The program is started in a pseudo-terminal of a given size.  The questions a
program asks its terminal (device attributes, cursor position, colours, mode
reports, pixel size, kitty keyboard ...) are answered at once, so that a slow
or a missing answer never enters the figures.  Output is RECORDED with the
time of each read and put through the emulator (pyte) only in the quiet
moments, so the emulator's own cost does not enter them either.

  start   time from fork to first byte / first text / EXPECT on the screen
  keys    for each key: time to first byte, to the last byte of the burst
          (settled), to EXPECT where given; bytes written; did the screen change

Both give the peak resident memory of the process tree (sum of VmHWM).

  tui_latency.py start --expect READY --runs 7 -- prog arg
  tui_latency.py start --expect READY --vs 'other prog' --vs-expect OK -- prog arg
  tui_latency.py keys  --expect READY --keys 'down*20 pagedown*5 end home' -- prog
  tui_latency.py keys  --expect READY --keys 'text:fraud=>12 hits' -- prog

With --vs the two commands run in turn (A B A B ...) and the ratio A/B is taken
pair by pair, so that a machine whose speed drifts does not spoil it.
--json FILE keeps every sample.  Needs: Python 3.9+ on Linux, pyte.
"""
import argparse
import fcntl
import json
import os
import pty
import re
import select
import shlex
import signal
import statistics
import struct
import sys
import termios
import time

try:
    import pyte
except ImportError:  # pragma: no cover
    sys.exit("tui_latency.py needs pyte (pip install pyte)")

KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "insert": "\x1b[2~", "delete": "\x1b[3~", "enter": "\r", "tab": "\t",
    "backtab": "\x1b[Z", "esc": "\x1b", "space": " ", "backspace": "\x7f",
    "ctrl+home": "\x1b[1;5H", "ctrl+end": "\x1b[1;5F",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
}

# (pattern of the question, answer).  A callable answer gets (match, session).
QUERIES = [
    (rb"\x1b\[0?c", b"\x1b[?62;22c"),
    (rb"\x1b\[>0?c", b"\x1b[>41;370;0c"),
    (rb"\x1b\[=0?c", b"\x1bP!|00000000\x1b\\"),
    (rb"\x1b\[5n", b"\x1b[0n"),
    (rb"\x1b\[6n", lambda m, s: b"\x1b[%d;%dR" % s.cursor()),
    (rb"\x1b\[\?(\d+)\$p", lambda m, s: b"\x1b[?%s;%d$y" % (m.group(1), 2 if m.group(1) == b"2026" else 0)),
    (rb"\x1b\[\?u", b"\x1b[?0u"),
    (rb"\x1b\[>0?q", b"\x1bP>|XTerm(370)\x1b\\"),
    (rb"\x1b\]10;\?(?:\x07|\x1b\\)", b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
    (rb"\x1b\]11;\?(?:\x07|\x1b\\)", b"\x1b]11;rgb:1010/1010/1010\x1b\\"),
    (rb"\x1bP\+q[0-9a-fA-F;]*\x1b\\", b"\x1bP0+r\x1b\\"),
    (rb"\x1b\[14t", lambda m, s: b"\x1b[4;%d;%dt" % (s.rows * 16, s.cols * 8)),
    (rb"\x1b\[16t", b"\x1b[6;16;8t"),
    (rb"\x1b\[18t", lambda m, s: b"\x1b[8;%d;%dt" % (s.rows, s.cols)),
]
QUERY_RE = re.compile(b"|".join(b"(?:%s)" % re.sub(rb"\((?!\?)", b"(?:", p) for p, _ in QUERIES))
QUERIES = [(re.compile(p), a) for p, a in QUERIES]
# Sequences pyte does not know and would print as text.
STRIP_RE = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[\?u|\x1b\[[0-9;]*t"
    rb"|\x1bP.*?\x1b\\|\x1b_.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", re.S)


class Screen(pyte.Screen):
    def report_device_status(self, *a, **k):      # answered by Session
        pass

    def report_device_attributes(self, *a, **k):
        pass

    def set_margins(self, *a, **k):
        k.pop("private", None)
        super().set_margins(*a, **k)

    def select_graphic_rendition(self, *a, **k):
        k.pop("private", None)
        super().select_graphic_rendition(*a)


class Session:
    """One program in one pseudo-terminal."""

    def __init__(self, argv, cols, rows, env=None, cwd=None):
        self.cols, self.rows = cols, rows
        self.screen = Screen(cols, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.pending = []          # (time, bytes) not yet given to the emulator
        self.tail = b""            # bytes in which a question may be split
        self.carry = b""           # bytes of an unfinished sequence
        self.total = 0
        self.first = None
        self.alive = True
        self.hwm = {}
        self.ended_cpu = 0.0
        self.app_cursor = False    # DECCKM: arrow keys are then ESC O x
        environ = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor",
                       LINES=str(rows), COLUMNS=str(cols))
        environ.pop("TMUX", None)
        environ.pop("NO_COLOR", None)
        environ.update(env or {})
        ready_r, ready_w = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                os.close(ready_w)
                os.read(ready_r, 1)               # wait until the size is set
                os.close(ready_r)
                if cwd:
                    os.chdir(cwd)
                os.execvpe(argv[0], argv, environ)
            except BaseException as e:            # noqa: BLE001
                os.write(2, ("cannot start: %s\r\n" % e).encode())
            os._exit(127)
        os.close(ready_r)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, cols * 8, rows * 16))
        self.t0 = time.perf_counter()
        os.write(ready_w, b"g")
        os.close(ready_w)

    def cursor(self):
        self.replay()
        return self.screen.cursor.y + 1, self.screen.cursor.x + 1

    def _answer(self, data):
        buf = self.tail + data
        on, off = buf.rfind(b"\x1b[?1h"), buf.rfind(b"\x1b[?1l")
        if on >= 0 or off >= 0:
            self.app_cursor = on > off
        last = 0
        for m in QUERY_RE.finditer(buf):
            last = m.end()
            if last <= len(self.tail):
                continue
            for pat, ans in QUERIES:
                q = pat.fullmatch(m.group(0))
                if q:
                    reply = ans(q, self) if callable(ans) else ans
                    try:
                        os.write(self.fd, reply)
                    except OSError:
                        pass
                    break
        cut = max(last, len(buf) - 24)
        self.tail = buf[cut:]

    def pump(self, timeout):
        """Read what is there; True when something came."""
        if not self.alive:
            return False
        r, _, _ = select.select([self.fd], [], [], timeout)
        if not r:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        now = time.perf_counter()
        if not data:
            self.alive = False
            return False
        self.pending.append((now, data))
        self.total += len(data)
        if self.first is None:
            self.first = now
        self._answer(data)
        return True

    def feed(self, data):
        data = self.carry + data
        self.carry = b""
        i = data.rfind(b"\x1b")
        if i >= 0 and len(data) - i < 64:
            t = data[i:]
            if not re.match(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[^\[\]PX^_])", t, re.S):
                self.carry, data = t, data[:i]
        self.stream.feed(STRIP_RE.sub(b"", data))

    def text(self):
        return "\n".join(self.screen.display)

    def replay(self, expect=None):
        """Put the recorded output through the emulator.

        Returns the time of the read that made `expect` visible, or None.
        """
        seen = None
        for t, data in self.pending:
            self.feed(data)
            if expect is not None and seen is None and expect in self.text():
                seen = t
        self.pending = []
        return seen

    def wait(self, expect=None, quiet=0.08, limit=30.0, since=None):
        """Wait for `expect` (or any text) and then for `quiet` seconds of silence."""
        end = time.perf_counter() + limit
        seen = None
        last = since if since is not None else time.perf_counter()
        while time.perf_counter() < end and self.alive:
            if self.pump(0.02):
                last = time.perf_counter()
                if len(self.pending) < 400:
                    continue
            if self.pending and (time.perf_counter() - last > 0.04 or len(self.pending) >= 400):
                hit = self.replay(expect if seen is None else None)
                if seen is None:
                    seen = hit
            if (seen is not None or expect is None) and time.perf_counter() - last >= quiet:
                break
        hit = self.replay(expect if seen is None else None)
        return seen if seen is not None else hit

    def send(self, data):
        if self.app_cursor and re.fullmatch(rb"\x1b\[[ABCDHF]", data):
            data = b"\x1bO" + data[-1:]
        os.write(self.fd, data)

    def tree(self):
        kids = {}
        for d in os.listdir("/proc"):
            if d.isdigit():
                try:
                    with open("/proc/%s/stat" % d) as f:
                        kids.setdefault(int(f.read().rsplit(")", 1)[1].split()[1]), []).append(int(d))
                except (OSError, IndexError):
                    pass
        todo, out = [self.pid], []
        while todo:
            p = todo.pop()
            out.append(p)
            todo += kids.get(p, [])
        return out

    def memory(self):
        """Sum of the peak resident memory of the process tree, MiB."""
        for p in self.tree():
            try:
                with open("/proc/%d/status" % p) as f:
                    for line in f:
                        if line.startswith("VmHWM"):
                            self.hwm[p] = max(self.hwm.get(p, 0), int(line.split()[1]) / 1024)
            except OSError:
                pass
        if self.pid not in self.hwm:              # already ended: the kernel's own account
            try:
                pid, _, use = os.wait4(self.pid, os.WNOHANG)
                if pid:
                    self.hwm[self.pid] = use.ru_maxrss / 1024
                    self.ended_cpu = use.ru_utime + use.ru_stime
            except OSError:
                pass
        return sum(self.hwm.values())

    def cpu(self):
        """Seconds of processor time of the process tree (all threads)."""
        s = self.ended_cpu
        for p in self.tree():
            try:
                for th in os.listdir("/proc/%d/task" % p):
                    with open("/proc/%d/task/%s/schedstat" % (p, th)) as f:
                        s += int(f.read().split()[0]) / 1e9
            except (OSError, IndexError, ValueError):
                pass
        return s

    def look(self):
        """The screen with its attributes, to compare."""
        b = self.screen.buffer
        return [[b[y][x] for x in range(self.cols)] for y in range(self.rows)]

    def close(self):
        for p in reversed(self.tree()):
            try:
                os.kill(p, signal.SIGKILL)
            except OSError:
                pass
        try:
            os.waitpid(self.pid, 0)
        except OSError:
            pass
        os.close(self.fd)


def parse_keys(spec):
    """'down*20 end text:abc=>Hit' -> [(name, bytes, expect)]"""
    out = []
    for tok in shlex.split(spec):
        expect = None
        if "=>" in tok:
            tok, expect = tok.split("=>", 1)
        if tok.startswith("text:"):
            chars = tok[5:]
            for i, ch in enumerate(chars):
                out.append(("char", ch.encode(), expect if i == len(chars) - 1 else None))
            continue
        if tok.startswith("wait:"):
            out.append(("wait", float(tok[5:]), None))
            continue
        count = 1
        m = re.fullmatch(r"(.+)\*(\d+)", tok)
        if m:
            tok, count = m.group(1), int(m.group(2))
        if tok in KEYS:
            raw = KEYS[tok].encode()
        elif re.fullmatch(r"ctrl\+[a-z]", tok):
            raw = bytes([ord(tok[-1]) - 96])
        elif len(tok) == 1:
            raw = tok.encode()
        else:
            sys.exit("unknown key %r" % tok)
        out += [(tok, raw, expect)] * count
    return out


def one_start(argv, a, expect):
    s = Session(argv, a.cols, a.rows, cwd=a.cwd)
    try:
        seen = s.wait(expect, quiet=a.quiet, limit=a.limit)
        ms = lambda t: None if t is None else (t - s.t0) * 1000  # noqa: E731
        peak = s.memory()
        return {"first_byte_ms": ms(s.first), "expect_ms": ms(seen), "bytes": s.total,
                "cpu_ms": s.cpu() * 1000, "peak_mib": peak, "ended": not s.alive,
                "screen": s.text() if seen is None else None}
    finally:
        s.close()


def one_keys(argv, a):
    s = Session(argv, a.cols, a.rows, cwd=a.cwd)
    rows = []
    try:
        if s.wait(a.expect, quiet=max(a.quiet, 0.3), limit=a.limit) is None and a.expect:
            print(s.text(), file=sys.stderr)
            sys.exit("EXPECT never seen")
        for name, raw, expect in parse_keys(a.keys):
            if name == "wait":
                s.wait(None, quiet=raw, limit=raw + 1)
                continue
            s.wait(None, quiet=0.03, limit=0.5)
            before, bytes0, cpu0 = s.look(), s.total, s.cpu()
            t = time.perf_counter()
            s.send(raw)
            first = last = seen = None
            end = t + a.key_limit
            while time.perf_counter() < end and s.alive:
                if s.pump(0.005):
                    got = s.pending[-1][0]
                    first = first or got
                    last = got
                    continue
                now = time.perf_counter()
                if first is not None and now - last >= a.quiet:
                    if expect is None:
                        break
                    if s.pending:
                        seen = s.replay(expect)
                        if seen:
                            break
                if first is None and expect is None and now - t > a.nothing:
                    break
            hit = s.replay(expect)
            seen = seen or hit
            rows.append({"key": name, "first_ms": first and (first - t) * 1000,
                         "settled_ms": last and (last - t) * 1000,
                         "expect_ms": seen and (seen - t) * 1000,
                         "bytes": s.total - bytes0, "cpu_ms": (s.cpu() - cpu0) * 1000,
                         "changed": s.look() != before})
        res = {"keys": rows, "peak_mib": s.memory(), "screen": s.text()}
        t, b0, c0 = time.perf_counter(), s.total, s.cpu()
        if a.idle:
            while time.perf_counter() - t < a.idle and s.alive:
                s.pump(0.05)
            res["idle_bytes_per_s"] = (s.total - b0) / a.idle
            res["idle_cpu_percent"] = (s.cpu() - c0) / a.idle * 100
        return res
    finally:
        s.close()


def spread(v):
    v = [x for x in v if x is not None]
    if not v:
        return "none"
    v = sorted(v)
    return "%.1f  [%.1f .. %.1f]" % (statistics.median(v), v[0], v[-1])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest="mode", required=True)
    for mode in ("start", "keys"):
        p = sub.add_parser(mode)
        p.add_argument("--size", default="120x40", help="COLSxROWS")
        p.add_argument("--expect", help="text that must be visible")
        p.add_argument("--quiet", type=float, default=0.08, help="seconds of silence that end a frame")
        p.add_argument("--limit", type=float, default=60)
        p.add_argument("--cwd")
        p.add_argument("--json")
        p.add_argument("--show", action="store_true", help="print the last screen")
        p.add_argument("--runs", type=int, default=5 if mode == "start" else 1)
        if mode == "start":
            p.add_argument("--warmup", type=int, default=1)
            p.add_argument("--vs", help="a second command, run in turn with the first")
            p.add_argument("--vs-expect")
        else:
            p.add_argument("--keys", required=True)
            p.add_argument("--key-limit", type=float, default=30)
            p.add_argument("--nothing", type=float, default=1.0, help="give a key up after so long with no output")
            p.add_argument("--idle", type=float, default=0, help="then watch this many idle seconds")
        p.add_argument("argv", nargs=argparse.REMAINDER)
    a = ap.parse_args()
    a.cols, a.rows = map(int, a.size.split("x"))
    argv = a.argv[1:] if a.argv[:1] == ["--"] else a.argv
    if not argv:
        ap.error("no command")
    keep = {"mode": a.mode, "argv": argv, "size": a.size, "samples": []}

    if a.mode == "start":
        other = shlex.split(a.vs) if a.vs else None
        A, B = [], []
        for i in range(a.warmup + a.runs):
            x = one_start(argv, a, a.expect)
            y = one_start(other, a, a.vs_expect or a.expect) if other else None
            if i >= a.warmup:
                A.append(x)
                if y:
                    B.append(y)
        for label, S in (("A", A), ("B", B)):
            if not S:
                continue
            print(label, " ".join(argv if label == "A" else other))
            for k in ("first_byte_ms", "expect_ms", "cpu_ms", "peak_mib", "bytes"):
                print("  %-14s %s" % (k, spread([r[k] for r in S])))
            bad = [r for r in S if r["expect_ms"] is None]
            if bad and a.expect:
                print("  NOT SEEN in %d of %d runs%s; last screen:" % (
                    len(bad), len(S), " (the program had ended)" if bad[-1]["ended"] else ""))
                print(bad[-1]["screen"])
        if B:
            for k in ("expect_ms", "cpu_ms", "peak_mib"):
                r = [x[k] / y[k] for x, y in zip(A, B) if x[k] and y[k]]
                print("A/B %-10s %s" % (k, spread(r).replace("  ", " ") if not r else "%.2f  [%.2f .. %.2f]" % (statistics.median(r), min(r), max(r))))
        keep["samples"] = {"A": A, "B": B}
    else:
        runs = [one_keys(argv, a) for _ in range(a.runs)]
        names = []
        for r in runs[0]["keys"]:
            if r["key"] not in names:
                names.append(r["key"])
        print("%-10s %4s %26s %26s %22s %22s %18s" % ("key", "n", "first ms", "settled ms", "expect ms", "bytes", "cpu ms"))
        for n in names:
            R = [k for r in runs for k in r["keys"] if k["key"] == n]
            print("%-10s %4d %26s %26s %22s %22s %18s  changed %d/%d" % (
                n, len(R), spread([k["first_ms"] for k in R]), spread([k["settled_ms"] for k in R]),
                spread([k["expect_ms"] for k in R]), spread([k["bytes"] for k in R]),
                spread([k["cpu_ms"] for k in R]), sum(k["changed"] for k in R), len(R)))
        print("peak_mib  ", spread([r["peak_mib"] for r in runs]))
        if a.idle:
            print("idle bytes/s", spread([r["idle_bytes_per_s"] for r in runs]), " idle cpu %", spread([r["idle_cpu_percent"] for r in runs]))
        if a.show:
            print(runs[-1]["screen"])
        keep["samples"] = runs
    if a.json:
        with open(a.json, "w") as f:
            json.dump(keep, f, indent=1)


if __name__ == "__main__":
    main()
