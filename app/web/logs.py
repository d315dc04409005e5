"""What the process tells its operator: one line for each thing, no names of people in it."""

import logging

import structlog
from flask import Flask

ALREADY = "koottam"  # the name of our handler, so that a second application in one process does not print twice


def init_app(app: Flask) -> None:
    """Lines on the standard error stream, ours and the libraries', in one form."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # tests make several applications
    )
    root = logging.getLogger()
    if any(handler.name == ALREADY for handler in root.handlers):
        return
    handler = logging.StreamHandler()
    handler.name = ALREADY
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                # Without the values of variables: they may be what people wrote.
                structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
            ],
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
            ],
        )
    )
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for chatty in ("engineio", "socketio", "geventwebsocket", "alembic.runtime.plugins"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
