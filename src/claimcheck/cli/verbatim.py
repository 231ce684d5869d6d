"""A quicker start: plain strings and flags reach the commands without a detour through pydantic.

Typer 0.29 hands every value, even a string that is to stay a string, to pydantic, and loading that takes
longer than all the rest of a check. What is replaced here is an inner matter of Typer: a version without
it is left as it is, and nothing but the start becomes slower.
"""

from __future__ import annotations

from typing import Any

_PLAIN = (str, list[str], bool)


class _Verbatim:
    """Stands in for Typer's conversion of one parameter: the value as it came."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - Typer's signature
        """``value`` itself; for a parameter that repeats, a list of what was given."""
        if param.multiple or param.nargs == -1:
            return list(value or ())
        return value


def take_plain_values_verbatim() -> None:
    """Spare string, list-of-strings and flag parameters Typer's conversion, from now on."""
    try:
        from typer.core import _TyperParameter as Parameter

        convert = Parameter.get_runtime_param
    except (ImportError, AttributeError):
        return
    if convert.__module__ == __name__:  # done before
        return

    def get_runtime_param(self: Any) -> Any:
        wanted = self.type_descriptor
        plain = wanted.annotation in _PLAIN and wanted.parameter_info.parser is None
        return _Verbatim() if plain else convert(self)

    Parameter.get_runtime_param = get_runtime_param  # type: ignore[method-assign]
