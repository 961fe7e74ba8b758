"""Just enough of AMQP 0-9-1 to ask a broker who it is: it says so before anyone signs in."""

import socket
import struct
import urllib.parse
from typing import Any

_CONNECTION_START = (10, 10)


def address(uri: str) -> tuple[str, int]:
    parsed = urllib.parse.urlsplit(uri)
    return parsed.hostname or "localhost", parsed.port or (5671 if parsed.scheme == "amqps" else 5672)


def server_properties(host: str, port: int, timeout: float = 5) -> dict[str, Any]:
    """OSError when nobody answers, or not in AMQP."""
    with socket.create_connection((host, port), timeout=timeout) as connection:
        connection.sendall(b"AMQP\x00\x00\x09\x01")
        stream = connection.makefile("rb")
        kind, _, size = struct.unpack(">BHI", _exactly(stream.read(7), 7))
        payload = _exactly(stream.read(size), size)
    if kind != 1 or struct.unpack_from(">HH", payload) != _CONNECTION_START:
        raise OSError("not an AMQP 0-9-1 broker")
    table_at = 6
    return decode_table(payload[table_at + 4 : table_at + 4 + struct.unpack_from(">I", payload, table_at)[0]])


def _exactly(data: bytes, size: int) -> bytes:
    if len(data) != size:
        raise OSError("the broker closed the connection")
    return data


def decode_table(data: bytes) -> dict[str, Any]:
    table: dict[str, Any] = {}
    at = 0
    while at < len(data):
        length = data[at]
        name = data[at + 1 : at + 1 + length].decode()
        at += 1 + length
        kind, at = data[at : at + 1], at + 1
        if kind in (b"S", b"F"):
            size = struct.unpack_from(">I", data, at)[0]
            raw = data[at + 4 : at + 4 + size]
            table[name] = raw.decode(errors="replace") if kind == b"S" else decode_table(raw)
            at += 4 + size
        elif kind == b"t":
            table[name] = data[at] == 1
            at += 1
        else:
            raise OSError(f"the broker says something unexpected about itself: {kind!r}")
    return table
