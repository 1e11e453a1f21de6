"""Writes changes to the library without end and prints each number once it is acknowledged."""

import sys
from dataclasses import replace

from designer.library.store import Acknowledgement, Journal, JournalEntry, Library, Step, connect
from schemas.core.edits import Replace, Splice


def main(url, id):
    engine = connect(url)
    record = Library(engine).read(id)
    step = Step(Replace((Splice(0, 0, "x"),)), Replace(()))
    while True:
        number = record.position + 1
        after = replace(record, asl=f"{number}")
        record = Journal(engine).write(
            record, after, JournalEntry(step, step), Acknowledgement("tab", number)
        )
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
