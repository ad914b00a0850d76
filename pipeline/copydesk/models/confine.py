"""What a process gives up before it reads a stranger's file: network, programs, writing, memory, time."""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
import sys
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_EVENTS = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
    "os.kill", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.utime", "os.putenv", "shutil.", "pickle.find_class", "pty.",
    "signal.pthread_kill", "urllib.", "ftplib.", "http.", "smtplib.", "winreg.",
)  # fmt: skip
"""Beginnings of the names of audit events that are refused (PEP 578; the table is in the library reference).
``pickle.find_class`` belongs to the ordinary unpickler, which must never be reached."""

_SYSCALLS = {
    "x86_64": (
        0xC000003E,
        (41, 42, 44, 49, 53, 57, 58, 59, 62, 76, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 101, 129,
         132, 133, 165, 188, 189, 200, 234, 235, 258, 259, 260, 261, 263, 264, 265, 266, 268, 272, 280, 308,
         311, 316, 321, 322, 424, 425, 437),
        {2: 1, 257: 2},
        (56, 435),
    ),
    "aarch64": (
        0xC00000B7,
        (5, 6, 33, 34, 35, 36, 37, 38, 40, 45, 52, 53, 54, 55, 88, 97, 117, 129, 130, 131, 138, 198, 199, 200,
         203, 206, 221, 268, 271, 276, 280, 281, 424, 425, 437),
        {56: 2},
        (220, 435),
    ),
}  # fmt: skip
"""By machine: the audit architecture; the calls that are refused (sockets, exec, fork, kill, ptrace, mount,
io_uring, and all that change names, owners or rights of files: <asm/unistd.h>); the calls that open a file,
and which argument says how; clone and clone3."""

_ALLOW, _REFUSE, _UNKNOWN = (
    0x7FFF0000,
    0x00050000 | 1,
    0x00050000 | 38,
)  # SECCOMP_RET_ERRNO with EPERM, ENOSYS
_CLONE_THREAD = 0x00010000
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _SECCOMP_MODE_FILTER = 22, 38, 2
_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06


def confine(*, memory: int, seconds: int, written: int) -> None:
    """Give up, for the rest of this process, whatever reading a file does not need.

    Files that are open stay so. From here on: at most ``memory`` bytes more address space, ``seconds`` of
    processor time, ``written`` bytes in a file, no core dump; no socket, no other program or process, no file
    opened for writing, renamed or removed. Python refuses this by an audit hook everywhere; on Linux the
    kernel refuses it too (seccomp), where it can.
    """
    for limit, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_AS, memory + _address_space()),
    ):
        _lower(limit, value)
    if sys.platform == "linux":
        _filter_calls()
    sys.addaudithook(_refuse)


def _lower(limit: int, value: int) -> None:
    _, most = resource.getrlimit(limit)
    value = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(limit, (value, value))


def _address_space() -> int:
    """Bytes of address space that this process has now; elsewhere than on Linux a generous guess."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 16 << 30
    return pages * os.sysconf("SC_PAGE_SIZE")


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        if (isinstance(flags, int) and flags & _WRITING) or (
            isinstance(mode, str) and set(mode) & set("wax+")
        ):
            raise PermissionError(f"a confined process writes no file: {arguments[0]!r}")
    elif event.startswith(_EVENTS):
        raise PermissionError(f"a confined process may not: {event}")


def _filter_calls() -> None:
    """A seccomp filter in classic BPF (seccomp(2)); nothing happens where the kernel or machine has none."""
    if platform.machine() not in _SYSCALLS:
        return
    program = _program(*_SYSCALLS[platform.machine()])
    code = ctypes.create_string_buffer(b"".join(program))
    header = struct.pack("HP", len(program), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.c_char_p(header), 0, 0)


def _program(
    architecture: int, refused: tuple[int, ...], opening: dict[int, int], clones: tuple[int, int]
) -> list[bytes]:
    """The filter. ``struct seccomp_data``: number at 0, architecture at 4, arguments of 8 bytes from 16."""
    clone, clone3 = clones
    lines = [
        _line(_LOAD, 4),
        _line(_EQUAL, architecture, yes=1),
        _line(_RETURN, _REFUSE),
        _line(_LOAD, 0),
        _line(_AT_LEAST, 0x40000000, no=1),  # x32 numbers mean other calls
        _line(_RETURN, _REFUSE),
        _line(_EQUAL, clone3, no=1),
        _line(_RETURN, _UNKNOWN),  # its flags lie behind a pointer; the C library then takes clone
    ]
    for number in refused:
        lines += [_line(_EQUAL, number, no=1), _line(_RETURN, _REFUSE)]
    for number, argument in opening.items():
        lines += [
            _line(_EQUAL, number, no=4),
            _line(_LOAD, 16 + 8 * argument),
            _line(_ANY_BIT, _WRITING, no=1),
            _line(_RETURN, _REFUSE),
            _line(_RETURN, _ALLOW),
        ]
    lines += [
        _line(_EQUAL, clone, no=3),
        _line(_LOAD, 16),
        _line(_ANY_BIT, _CLONE_THREAD, yes=1),
        _line(_RETURN, _REFUSE),
        _line(_RETURN, _ALLOW),
    ]
    return lines


def _line(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("HBBI", code, yes, no, value)
