"""Scores an export of an invented news case (`news/CASE`) against what an expert extracts from its documents.

python tests/cases/newsgold.py CASE EXPORT.json [--json | --misses KIND]

prints the figures, or a line about everything that lowers those of one kind. The standard library is enough.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsgold_case import CASES, KINDS, Case, Export
from newsgold_dates import score_dates
from newsgold_events import score_events
from newsgold_matters import score_disagreements
from newsgold_names import Identities, score_names
from newsgold_speech import score_statements

MISSES = (*KINDS, "dates", "events", "statements", "disagreements")


@dataclass(frozen=True)
class Score:
    """All figures of an export, 1 at best but for errors, alarms and invented speakers; what lowers them, by kind."""

    figures: dict[str, float]
    misses: dict[str, list[str]]
    displaced: int
    """Exported passages whose words are not what the document has there."""


def score(case: Case, found: dict[str, Any]) -> Score:
    """Everything that can be said of `found`, an export as `dossier export --format json` prints it."""
    export = Export(case, found)
    outcomes, records = {}, []
    for kind in KINDS:
        outcomes[kind], own = score_names(case, export, kind)
        records += own
    who = Identities.of(records)
    outcomes["dates"] = score_dates(case, export)
    outcomes["events"] = score_events(case, export, who)
    outcomes["statements"] = score_statements(case, export, who)
    outcomes["disagreements"] = score_disagreements(case, export)
    figures = {name: value for outcome in outcomes.values() for name, value in outcome.figures.items()}
    return Score(figures, {kind: outcome.misses for kind, outcome in outcomes.items()}, len(export.displaced()))


def main(words: list[str]) -> int:
    """The command line; 1 when the export has words that are not in the documents."""
    parser = argparse.ArgumentParser(description="Scores an export of an invented news case.")
    parser.add_argument("case", choices=CASES)
    parser.add_argument("export", type=Path)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="figures as JSON")
    shown.add_argument("--misses", choices=MISSES, help="what lowers the figures of this kind")
    given = parser.parse_args(words)
    result = score(Case.named(given.case), json.loads(given.export.read_text("utf-8")))
    if given.json:
        print(json.dumps(result.figures))
    elif given.misses:
        print("\n".join(result.misses[given.misses]))
    else:
        print("\n".join(f"{name:34s} {value:.3f}" for name, value in result.figures.items()))
    if result.displaced:
        print(f"{result.displaced} exported passages are not what the document has there.", file=sys.stderr)
    return 1 if result.displaced else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
