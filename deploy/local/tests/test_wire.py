import struct
import unittest

import support  # noqa: F401
from launcher import amqp_wire, mongo_wire


class MongoWireTest(unittest.TestCase):
    def test_finds_the_first_host_of_a_connection_string(self) -> None:
        cases = {
            "mongodb://localhost": ("localhost", 27017),
            "mongodb://localhost:27027/?retryWrites=false": ("localhost", 27027),
            "mongodb://user:p%40ss@127.0.0.1:27027/?authMechanism=SCRAM-SHA-256": ("127.0.0.1", 27027),
            "mongodb://one:1,two:2/kinbridge?replicaSet=rs": ("one", 1),
        }
        for uri, address in cases.items():
            self.assertEqual(mongo_wire.address(uri), address, uri)
        self.assertIsNone(mongo_wire.address("mongodb+srv://cluster.example"))

    def test_reads_what_it_writes(self) -> None:
        document = {"hello": 1, "name": "Zoë", "yes": True, "inner": {"list": [1, "two", {"three": 3}]}}
        self.assertEqual(mongo_wire.decode(mongo_wire.encode(document)), document)

    def test_passes_over_values_that_it_does_not_need(self) -> None:
        date = b"\x09when\0" + struct.pack("<q", 1)
        identity = b"\x07id\0" + bytes(12)
        double = b"\x01ok\0" + struct.pack("<d", 1.0)
        body = date + identity + double
        data = struct.pack("<i", len(body) + 5) + body + b"\0"
        self.assertEqual(mongo_wire.decode(data)["ok"], 1.0)


class AmqpWireTest(unittest.TestCase):
    def test_finds_the_address(self) -> None:
        self.assertEqual(amqp_wire.address("amqp://guest:guest@127.0.0.1:56725"), ("127.0.0.1", 56725))
        self.assertEqual(amqp_wire.address("amqp://broker"), ("broker", 5672))
        self.assertEqual(amqp_wire.address("amqps://broker/vhost"), ("broker", 5671))

    def test_reads_a_table(self) -> None:
        inner = b"\x05basic" + b"t\x01"
        data = b"\x07product" + b"S" + struct.pack(">I", 8) + b"RabbitMQ"
        data += b"\x04caps" + b"F" + struct.pack(">I", len(inner)) + inner
        self.assertEqual(amqp_wire.decode_table(data), {"product": "RabbitMQ", "caps": {"basic": True}})


if __name__ == "__main__":
    unittest.main()
