"""How a run may be told beside Dagster's own console: in JSON, one object a line."""

import logging

import dagster as dg

from dagster_project.runs.lines import Lines


@dg.logger
def json_lines(context: dg.InitLoggerContext) -> logging.Logger:
    """Print what steps log as JSON."""
    logger = logging.Logger("json_lines", logging.DEBUG)
    logger.addHandler(Lines())
    return logger


@dg.definitions
def loggers() -> dg.Definitions:
    """Return the loggers of every job; without a word of which, Dagster takes its console."""
    return dg.Definitions(loggers={"console": dg.colored_console_logger, "json_lines": json_lines})
