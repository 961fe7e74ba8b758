import os
import socket
import unittest

import support  # noqa: F401
from launcher import listeners


class ListenersTest(unittest.TestCase):
    def test_finds_the_process_that_listens_on_a_port(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.assertIn(os.getpid(), listeners.behind(server.getsockname()[1]))

    def test_finds_nobody_on_a_port_that_is_free(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        self.assertEqual(listeners.behind(port), [])
        self.assertEqual(listeners.behind(None), [])


if __name__ == "__main__":
    unittest.main()
