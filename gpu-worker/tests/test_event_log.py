"""Events on their way: nothing lost, nothing twice, nothing out of order."""

from latentome_worker.event_log import EventLog


def log_event(text: str) -> dict[str, object]:
    return {"kind": "log", "level": "info", "text": text}


def test_numbers_go_on_after_the_last_stored_one() -> None:
    log = EventLog(7)
    log.append(log_event("a"))
    log.append(log_event("b"))
    assert [numbered["seq"] for numbered in log.batch()] == [8, 9]
    assert log.last_seq == 9


def test_events_are_sent_again_until_acknowledged() -> None:
    log = EventLog(0)
    for text in "abc":
        log.append(log_event(text))
    first = log.batch()
    assert log.batch() == first
    log.acknowledge(2)
    assert [numbered["seq"] for numbered in log.batch()] == [3]
    log.acknowledge(3)
    assert log.batch() == []
    assert log.waiting() == 0


def test_a_batch_is_bounded_and_never_empty_while_events_wait() -> None:
    log = EventLog(0)
    log.append(log_event("x" * 3_000_000))
    for _ in range(250):
        log.append(log_event("y"))
    sizes: list[int] = []
    while batch := log.batch():
        sizes.append(len(batch))
        log.acknowledge(batch[-1]["seq"])
    assert sizes == [1, 200, 50]
