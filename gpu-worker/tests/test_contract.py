"""The messages of this worker are those of contract.json, field by field."""

import json
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from latentome_worker import messages

SCHEMAS: dict[str, Any] = json.loads((Path(messages.__file__).parent / "contract.json").read_text())
HEARTBEAT_EVENT = SCHEMAS["HeartbeatRequest"]["properties"]["events"]["items"]
EVENTS = {
    schema["properties"]["kind"]["const"]: schema
    for schema in HEARTBEAT_EVENT["properties"]["event"]["oneOf"]
}
CASES = [
    *[(getattr(messages, name), schema) for name, schema in SCHEMAS.items()],
    (messages.NumberedEvent, HEARTBEAT_EVENT),
    (messages.PhaseEvent, EVENTS["phase"]),
    (messages.MetricEvent, EVENTS["metric"]),
    (messages.SampleEvent, EVENTS["sample"]),
    (messages.LogEvent, EVENTS["log"]),
    (messages.PackedCircuit, EVENTS["sample"]["properties"]["generated"]["items"]),
    (messages.Checkpoint, SCHEMAS["ClaimResponse"]["properties"]["checkpoint"]["anyOf"][0]),
]
PLAIN = {"string": str, "integer": int, "number": float, "boolean": bool}


def name_of(case: Any) -> str | None:
    return getattr(case, "__name__", None)


@pytest.mark.parametrize(("message", "schema"), CASES, ids=name_of)
def test_fields_are_those_of_the_contract(message: Any, schema: dict[str, Any]) -> None:
    assert set(get_type_hints(message)) == set(schema["properties"])
    assert set(message.__required_keys__) == set(schema["required"])


@pytest.mark.parametrize(("message", "schema"), CASES, ids=name_of)
def test_plain_fields_have_the_type_of_the_contract(message: Any, schema: dict[str, Any]) -> None:
    hints = get_type_hints(message)
    for name, field in schema["properties"].items():
        if "const" not in field and "enum" not in field and field.get("type") in PLAIN:
            assert hints[name] is PLAIN[field["type"]], name


def test_every_kind_of_event_is_known() -> None:
    assert set(EVENTS) == {"phase", "metric", "sample", "log"}
