"""What no command can mean is said to be so, with status 2; a list that is empty is another thing."""

import pytest

from dossier.case import Case
from dossier.cli import main

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("words", [
    ["people", "--md", "--csv"], ["events", "--json", "--csv"], ["statements", "--csv", "--md"],
    ["timeline", "--json", "--md"], ["decisions", "--json", "--csv"], ["show", "Ada Byrne", "--json", "--md"],
])  # fmt: skip
def test_two_forms_exclude_each_other(case: Case, capsys: Output, words: list[str]) -> None:
    assert main([*words, "--case", str(case.root)]) == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert f"{' and '.join(sorted(words[-2:], key=['--json', '--csv', '--md'].index))} exclude each other" in shown.err


@pytest.mark.parametrize("limit", ["0", "-1"])
@pytest.mark.parametrize("words", [["people"], ["events"], ["statements"], ["search", "Byrne"], ["disagreements"]])
def test_no_lines_at_all_cannot_be_wanted(case: Case, capsys: Output, words: list[str], limit: str) -> None:
    assert main([*words, f"--limit={limit}", "--case", str(case.root)]) == 2
    assert "nothing found" not in capsys.readouterr().err


@pytest.mark.parametrize("query", ["", "…", '""', "-", "?!"])
def test_a_search_needs_a_word(case: Case, capsys: Output, query: str) -> None:
    assert main(["search", "--case", str(case.root), "--", query]) == 1
    assert "has no word to look for" in capsys.readouterr().err
    assert main(["search", "--case", str(case.root), "--", "nobodyhere"]) == 1
    assert "nothing found" in capsys.readouterr().err


def test_one_form_is_taken_and_a_season_has_its_days_beside_it(case: Case, capsys: Output) -> None:
    assert main(["events", "--csv", "--limit", "1", "--case", str(case.root)]) == 0
    head, row = capsys.readouterr().out.splitlines()
    event = dict(zip(head.split(","), row.split(","), strict=True))
    assert (event["date"], event["earliest"], event["latest"]) == ("1911-05-03", "1911-05-03", "1911-05-03")
