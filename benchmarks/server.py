"""Many clients at one server: answers lost or mixed up, times, memory, an engine killed meanwhile.

Run: python benchmarks/server.py [SECONDS [CLIENTS]]
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httpx

KILLED = "apertium-transfer"


async def client(place: str, number: int, until: float, times: list[float], said: Counter[str]) -> None:
    """Ask again and again for a sentence that no other client asks for; the answer must hold its number."""
    limits = httpx.Timeout(60)
    async with httpx.AsyncClient(timeout=limits) as session:
        turn = 0
        while time.monotonic() < until:
            own = 100_000 + number * 1_000 + turn % 1_000
            asked = {"q": f"Ganaron el premio con {own} votos.", "source": "es", "target": "fr"}
            begun = time.monotonic()
            try:
                answer = await session.post(f"{place}/translate", json=asked)
            except httpx.HTTPError as error:
                said[f"lost ({type(error).__name__})"] += 1
                continue
            times.append(time.monotonic() - begun)
            turn += 1
            if answer.status_code != 200:
                said[str(answer.status_code)] += 1
                if wait := answer.headers.get("retry-after"):
                    await asyncio.sleep(float(wait))
            else:
                digits = "".join(c for c in answer.json()["translatedText"] if c.isdigit())
                said["right" if digits == str(own) else "mixed up"] += 1


async def load(place: str, server: int, seconds: float, clients: int) -> tuple[list[float], Counter[str]]:
    """All clients at once; in the middle one process of the engine is killed."""
    times: list[float] = []
    said: Counter[str] = Counter()
    until = time.monotonic() + seconds
    asking = [asyncio.create_task(client(place, n, until, times, said)) for n in range(clients)]
    for turn in range(4):
        await asyncio.sleep(seconds / 5)
        print(f"  after {(turn + 1) * seconds / 5:.0f} s: {memory(server):.0f} MiB, {len(times)} answers")
        if turn == 1:
            print(f"  killed a process of the engine: {kill_one(server)}")
    await asyncio.gather(*asking)
    return times, said


def memory(process: int) -> float:
    """The MiB that a process holds."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def kill_one(server: int) -> str:
    """Kill one engine process below ``server``; its name."""
    below = {server}
    for _ in range(4):
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                name, rest = path.read_text("utf-8").split("(", 1)[1].rsplit(")", 1)
            except OSError:
                continue
            if int(rest.split()[1]) in below:
                below.add(int(path.parent.name))
                if name == KILLED[:15]:
                    os.kill(int(path.parent.name), signal.SIGKILL)
                    return name
    return "none was found"


def main() -> None:
    """Start a server, load it, print what happened."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    clients = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "copydesk", "serve", "--port", str(port), "--engine", "apertium"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    place = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                httpx.get(f"{place}/ready")
                break
            except httpx.HTTPError:
                time.sleep(0.2)
        print(f"{clients} clients for {seconds:.0f} s")
        times, said = asyncio.run(load(place, server.pid, seconds, clients))
    finally:
        server.terminate()
        server.wait(60)
    times.sort()
    print(f"  {len(times) / seconds:.0f} answers/s; " + ", ".join(f"{n} {what}" for what, n in said.items()))
    print(f"  p50 {times[len(times) // 2]:.2f} s, p95 {times[int(len(times) * 0.95)]:.2f} s")


if __name__ == "__main__":
    main()
