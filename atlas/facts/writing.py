"""Writes the files of `data/`: whole or not at all, and only where something differs."""

from pathlib import Path


def put(path: Path, text: str) -> bool:
    """Write a file by way of another beside it: an interrupted run leaves the old text. Whether it differed."""
    raw = text.encode()
    if path.is_file() and path.read_bytes() == raw:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(raw)
    beside.replace(path)
    return True
