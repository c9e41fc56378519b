"""How a connection to a mail server is protected."""

import ssl

from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.servers import Server

TIMEOUT = 60.0  # seconds without an answer


def context_for(server: Server) -> ssl.SSLContext:
    """What makes sure that it is that server: the authorities of this machine, or the server's own certificate.

    Raises OperatorError when that certificate cannot be read.
    """
    try:
        return ssl.create_default_context(cafile=server.certificate or None)
    except (OSError, ssl.SSLError) as error:
        raise OperatorError("mail.no-certificate", path=server.certificate) from error
