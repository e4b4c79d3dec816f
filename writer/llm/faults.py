"""Translates what the OpenAI client raises into the errors of this project, with the setting to look at.

A message of the service is shown shortened and without the key; one about the key is not shown at all, because
services print part of it back.
"""

from __future__ import annotations

import email.utils
import math
from collections.abc import Iterator, Mapping

from pydantic import SecretStr

from writer.errors import ModelError, Refused, Transient

SHOWN = 300  # characters of a service's own words
RETRYABLE = frozenset({408, 409, 425, 429})


def fault_of(error: Exception, *, service: str, model: str, key: SecretStr | None) -> ModelError:
    """Return the error of this project for one of the client's."""
    from openai import APIConnectionError, APIStatusError

    if isinstance(error, APIConnectionError | TimeoutError):
        # The client's aiohttp transport reports a refused connection as a timeout; what caused it tells.
        late = any(isinstance(cause, TimeoutError) for cause in _causes(error))
        return Transient(f"{service} {'did not answer in time' if late else 'cannot be reached'}")
    if isinstance(error, APIStatusError):
        words = _without_key(_words(error.body) or error.message, key)
        return _of_status(
            error.status_code, str(error.code or ""), error.response.headers, service, model, words
        )
    return ModelError(f"{service} gave no usable answer ({type(error).__name__}). Check WRITER_BASE_URL.")


def _of_status(
    status: int, code: str, headers: Mapping[str, str], service: str, model: str, words: str
) -> ModelError:
    if code in ("content_filter", "content_policy_violation"):
        return Refused(f"{service} declined the request by its content rules")
    if code == "insufficient_quota":
        return ModelError(f"The account at {service} has no credit left. Top it up, or set another key.")
    if status in RETRYABLE or status >= 500:
        seconds = retry_after(headers)
        return Transient(f"{service} is busy or failing (status {status})", retry_after_seconds=seconds)
    if status == 401:
        return ModelError(f"{service} does not accept the key (status 401). Check WRITER_OPENAI_API_KEY.")
    if status == 403:
        return ModelError(
            f"{service} does not let this key use the model {model} (status 403). "
            f"Check WRITER_OPENAI_API_KEY and WRITER_MODEL."
        )
    if status == 404:
        return ModelError(
            f"{service} knows no model {model} at this address (status 404). Check WRITER_MODEL and WRITER_BASE_URL."
        )
    if 300 <= status < 400:
        return ModelError(
            f"{service} sends the call elsewhere (status {status}). Set WRITER_BASE_URL to the final address."
        )
    return ModelError(f"{service} refuses the request (status {status}): {words}")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a service asks to wait (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after)."""
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after", "")
    seconds = _number(text)
    if seconds is not None or not text:
        return seconds
    try:
        until = email.utils.parsedate_to_datetime(text)
        since = email.utils.parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - since).total_seconds())
    except (ValueError, TypeError):
        return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _words(body: object) -> str:
    """Return the message of an error body, in whatever form the service puts it."""
    if isinstance(body, Mapping):
        for name in ("message", "detail", "error"):
            found: object = body.get(name)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]  a service's JSON
            if found:
                return _words(found)  # pyright: ignore[reportUnknownArgumentType]  as above
        return ""
    return body if isinstance(body, str) else ""


def _without_key(words: str, key: SecretStr | None) -> str:
    secret = key.get_secret_value() if key else ""
    clean = words.replace(secret, "***") if secret else words
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in clean).split())
    return line if len(line) <= SHOWN else line[:SHOWN] + " ..."
