"""Canonical JSON: the same value has the same bytes in Python and in JavaScript.

Keys sorted, no blanks, UTF-8 unescaped, and numbers as ECMAScript prints them (as RFC 8785), so
that `JSON.stringify` of the parsed value with sorted keys gives these bytes again.
"""

import json
import math
from typing import Any


def canonical_bytes(value: Any) -> bytes:
    """Bytes of a JSON value. Raises ValueError for NaN and infinities."""
    return _text(value).encode()


def _text(value: Any) -> str:
    if isinstance(value, dict):
        inside = (f"{_text(str(key))}:{_text(value[key])}" for key in sorted(value))
        return "{" + ",".join(inside) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_text(item) for item in value) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def number(value: float) -> str:
    """A number as ECMAScript's Number::toString prints it: the shortest digits that read back."""
    if not math.isfinite(value):
        raise ValueError(f"{value} has no place in JSON")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = f"{abs(value)!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    digits = (whole + fraction).lstrip("0")
    # The value is 0.digits times ten to the power point.
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    power = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + digits[0] + (f".{digits[1:]}" if digits[1:] else "") + power
