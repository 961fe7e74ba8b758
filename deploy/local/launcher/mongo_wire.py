"""Just enough of MongoDB's wire protocol to ask a server who it is, and to initiate a replica set."""

import socket
import struct
import urllib.parse
from typing import Any

Document = dict[str, Any]

_OP_MSG = 2013


def address(uri: str) -> tuple[str, int] | None:
    """The first host of a connection string; None for an SRV one, whose hosts only DNS knows."""
    if not uri.startswith("mongodb://"):
        return None
    authority = uri.removeprefix("mongodb://").partition("/")[0].partition("?")[0]
    first = authority.rpartition("@")[2].split(",")[0]
    host, _, port = urllib.parse.unquote(first).partition(":")
    return host, int(port or 27017)


def command(host: str, port: int, document: Document, timeout: float = 5) -> Document:
    """Runs a command on the admin database. OSError when the server cannot be reached or says nonsense."""
    body = b"\0\0\0\0\0" + encode({**document, "$db": "admin"})
    with socket.create_connection((host, port), timeout=timeout) as connection:
        connection.sendall(struct.pack("<iiii", 16 + len(body), 1, 0, _OP_MSG) + body)
        length = struct.unpack("<i", _exactly(connection, 4))[0]
        rest = _exactly(connection, length - 4)
    if struct.unpack_from("<i", rest, 8)[0] != _OP_MSG:
        raise OSError("not a MongoDB server")
    return decode(rest[17:])


def _exactly(connection: socket.socket, count: int) -> bytes:
    received = b""
    while len(received) < count:
        piece = connection.recv(count - len(received))
        if not piece:
            raise OSError("the server closed the connection")
        received += piece
    return received


# --- BSON: what commands and their answers need -----------------------------------------------


def encode(document: Document) -> bytes:
    body = b"".join(_element(name, value) for name, value in document.items())
    return struct.pack("<i", len(body) + 5) + body + b"\0"


def _element(name: str, value: Any) -> bytes:
    key = name.encode() + b"\0"
    match value:
        case bool():
            return b"\x08" + key + (b"\1" if value else b"\0")
        case int():
            return b"\x10" + key + struct.pack("<i", value)
        case str():
            text = value.encode() + b"\0"
            return b"\x02" + key + struct.pack("<i", len(text)) + text
        case dict():
            return b"\x03" + key + encode(value)
        case list():
            return b"\x04" + key + encode({str(index): item for index, item in enumerate(value)})
    raise TypeError(f"cannot send {type(value).__name__}")


# Sizes of the values that are skipped: object id, date, timestamp, decimal.
_SKIPPED = {0x07: 12, 0x09: 8, 0x0A: 0, 0x11: 8, 0x13: 16}


def decode(data: bytes) -> Document:
    document: Document = {}
    at = 4
    while data[at] != 0:
        kind = data[at]
        end = data.index(b"\0", at + 1)
        name = data[at + 1 : end].decode()
        document[name], at = _value(kind, data, end + 1)
    return document


def _value(kind: int, data: bytes, at: int) -> tuple[Any, int]:
    if kind == 0x01:
        return struct.unpack_from("<d", data, at)[0], at + 8
    if kind == 0x02:
        length = struct.unpack_from("<i", data, at)[0]
        return data[at + 4 : at + 3 + length].decode(errors="replace"), at + 4 + length
    if kind in (0x03, 0x04):
        length = struct.unpack_from("<i", data, at)[0]
        inner = decode(data[at : at + length])
        return (list(inner.values()) if kind == 0x04 else inner), at + length
    if kind == 0x05:
        return None, at + 5 + struct.unpack_from("<i", data, at)[0]
    if kind == 0x08:
        return data[at] == 1, at + 1
    if kind == 0x10:
        return struct.unpack_from("<i", data, at)[0], at + 4
    if kind == 0x12:
        return struct.unpack_from("<q", data, at)[0], at + 8
    return None, at + _SKIPPED[kind]
