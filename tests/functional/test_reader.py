"""The reader through Textual's pilot: selecting and copying, what the margin shows, folds, originals, what was read."""

import re
import sqlite3
from pathlib import Path

import pytest
from browsing import browser, screen_lines, until
from invented import write_invented
from textual.pilot import Pilot

from dossier.present.page import Target
from dossier.tui.app import DossierApp
from dossier.tui.messages import DecisionWanted
from dossier.tui.screens.browse import BrowseScreen

REFERENCES = "".join(f"{number}. Ellery, Maud. \"Halcyon, part {number}\".\n\n" for number in range(1, 5))
EXTRA = {
    "[red].txt": "[/] [@click=app.quit]boo[/]\n\nשלום עולם ne\u0301 [red]Maud Ellery[/red] said 日本語のテキスト.\n",
    "long.txt": "A long one\n\n" + "\n\n".join(f"Line {number} of a long text." for number in range(200)) + "\n",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_invented(tmp_path_factory.mktemp("case") / "dossier.db", extra=EXTRA)


@pytest.fixture(autouse=True)
def known_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path))
    (tmp_path / "writer").write_text("ada\n")


async def read(pilot: Pilot[None], screen: BrowseScreen, path: str, words: str = "") -> None:
    """Open a source, at words of it."""
    assert screen.session.connection is not None
    source, text = screen.session.connection.execute(
        "SELECT t.source, t.text FROM texts t JOIN sources s ON s.id = t.source WHERE s.path = ?", [path]).fetchone()
    start = text.index(words)
    target = Target("source", source, start, start + len(words)) if words else Target("source", source)
    screen.open(target)
    await until(pilot, lambda: screen.reader.page.target == target)


def where(pilot: Pilot[None], words: str) -> tuple[int, int]:
    """The cell at which words stand on the screen."""
    for y, line in enumerate(screen_lines(pilot)):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words!r} is not on the screen")


def selected(screen: BrowseScreen) -> str:
    """The words of the source that the selection stands for."""
    selection = screen.reader.selection
    assert selection is not None
    assert screen.session.connection is not None
    text = screen.session.connection.execute("SELECT text FROM texts WHERE source = ?", [selection.source]).fetchone()
    return str(text[0][selection.start : selection.end])


async def test_words_are_selected_by_keys_and_copied_with_their_citation(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "courier.txt", "The ferry")
        await pilot.press("v", "right", "right")
        assert selected(screen) == "The ferry *Halcyon* ran"
        await pilot.press("left", "left", "shift+right", "y")
        assert selected(screen) == "The ferry "
        assert pilot.app.clipboard == (
            "“The ferry”\n— Halcyon strikes the Carrick bar, The Courier, 06 Mar 1911 (inferred), courier.txt:5")
        assert "Sent 2 words with 1 source to the terminal's clipboard." in screen_lines(pilot)[-1]
        await pilot.press("escape")
        assert screen.reader.selection is None
        assert screen.reader.has_focus


async def test_lines_sentences_and_passages_extend_it(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "gazette.md", "Ines")
        await pilot.press("v", "right_parenthesis")
        assert selected(screen) == "Ines Okonjo said the lamp had been lit."
        await pilot.press("v")
        assert selected(screen).startswith("On 4 March 1911")
        await pilot.press("v", "down", "down")
        assert selected(screen).count("\n\n") == 1
        await pilot.press("x", "right")
        assert selected(screen).startswith("4 March")


async def test_without_a_selection_the_passage_is_copied(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "log.txt")
        await pilot.press("down", "y")
        assert pilot.app.clipboard == ("“3 March 1911. No oil since Monday. Lamp out at nine. T. Renn”\n"
                                       "— Keeper's log, undated, log.txt:3")


async def test_rows_and_lines_of_pages_are_copied_with_what_they_rest_on(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("2", "down", "y")
        assert pilot.app.clipboard.splitlines()[1:] == [
            "— Halcyon strikes the Carrick bar, The Courier, 06 Mar 1911 (inferred), courier.txt:5",
            "— The loss of the Halcyon, undated, gazette.md:3"]
        await pilot.press("d")
        await until(pilot, lambda: screen.reader.page.target.kind == "disagreements")
        await pilot.press("y")
        words, *lines = pilot.app.clipboard.splitlines()
        assert "Had the light failed?" in words
        assert len(lines) == 3


async def test_the_mouse_selects_words_and_a_drag_is_no_click(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "courier.txt")
        x, y = where(pilot, "Board secretary")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + len("Board secretary Ines Okonjo"), y))
        await pilot.mouse_up(offset=(x + len("Board secretary Ines Okonjo"), y))
        assert selected(screen) == "Board secretary Ines Okonjo"
        assert screen.reader.page.target.kind == "source"
        await pilot.click(offset=(x, y))
        assert screen.reader.selection is None
        x, y = where(pilot, "bridge, according")
        await pilot.click(offset=(x + 1, y), times=2)
        assert selected(screen) == "bridge"


async def test_what_is_selected_is_what_a_decision_is_about(database: Path) -> None:
    seen: list[object] = []
    app = DossierApp(database)
    async with app.run_test(size=(120, 40), message_hook=seen.append) as pilot:
        await pilot.pause()
        await read(pilot, app.browse, "courier.txt", "The ferry")
        await pilot.press("v", "right")
        wanted = app.browse.reader.selection
        await pilot.press("a")
        assert [one.selection for one in seen if isinstance(one, DecisionWanted) and not one.turn][-1] == wanted


async def test_hostile_and_wide_text_is_selected_and_copied_as_it_is_shown(database: Path) -> None:
    async with browser(database, (80, 24)) as (pilot, screen):
        await read(pilot, screen, "[red].txt", "שלום")
        await pilot.press("v", "v", "v", "y")
        words = "שלום עולם ne\u0301 [red]Maud Ellery[/red] said 日本語のテキスト."
        assert pilot.app.clipboard.splitlines()[0] == f"“{words}”"
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", pilot.app.clipboard)


async def test_the_margin_shows_line_by_line_what_stands_there(database: Path) -> None:
    async with browser(database, (80, 24)) as (pilot, screen):
        await read(pilot, screen, "courier.txt")
        x, y = where(pilot, "The ferry")
        assert screen_lines(pilot)[y][x - 3 : x] == "·  "
        x, y = where(pilot, '"The light')
        assert screen_lines(pilot)[y][x - 3 : x] == "≠“ "
        await pilot.click(offset=(x - 2, y))
        await until(pilot, lambda: screen.reader.page.target.kind == "statement")


async def test_any_marked_span_is_gone_to_and_opened(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "gazette.md")
        labels = {stop.label: place for place, stop in enumerate(screen.reader.page.stops)}
        assert set(labels) >= {"person", "vehicle", "date", "indirect", "event", "disputed"}
        kinds = {}
        for label, place in labels.items():
            await read(pilot, screen, "gazette.md")
            await pilot.press(*["n"] * (place + 1), "enter")
            await until(pilot, lambda: screen.reader.page.target.kind != "source")
            kinds[label] = screen.reader.page.target.kind
        assert kinds == {"person": "entity", "organization": "entity", "place": "entity", "vehicle": "entity",
                         "date": "why", "indirect": "statement", "event": "event", "disputed": "disagreement"}


async def test_references_fold_and_a_mention_among_them_opens_them(tmp_path: Path) -> None:
    database = write_invented(tmp_path / "dossier.db", extra={"refs.txt": f"A note\n\nThe end.\n\n{REFERENCES}"})
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE passages SET kind = 'reference' WHERE text LIKE '%Ellery%'")
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "refs.txt")
        assert "z fold" in "\n".join(screen_lines(pilot))
        await pilot.press("z")
        assert "▸ 4 references" in "\n".join(screen_lines(pilot))
        assert "part 2" not in "\n".join(screen_lines(pilot))
        await pilot.press("n", "n")
        assert "part 2" in "\n".join(screen_lines(pilot))
        await pilot.press("z", "G", "enter")
        assert "part 4" in "\n".join(screen_lines(pilot))


async def test_an_original_that_is_gone_says_so(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "courier.txt")
        await pilot.press("o")
        assert "courier.txt is no longer where it was read: /cases/halcyon" in screen_lines(pilot)[-1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_size_keeps_its_columns_while_selecting(database: Path, size: tuple[int, int]) -> None:
    async with browser(database, size) as (pilot, screen):
        await read(pilot, screen, "[red].txt", "שלום")
        await pilot.press("v", "v", "v")
        for strip in pilot.app.screen._compositor.render_strips():
            assert sum(segment.cell_length for segment in strip) == size[0]


async def test_why_is_asked_of_the_words_that_are_selected(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await read(pilot, screen, "courier.txt", "Captain Aldous")
        await pilot.press("v", "right", "w")
        await until(pilot, lambda: screen.reader.page.target.kind == "why")
        told = [block.text for block in screen.reader.page.blocks]
        assert any("Captain Aldous Verrin" in text for text in told)
        assert not any("Halcyon" in text and "vehicle" in text for text in told)


NAMES = (
    "x" * 500, "[red]Maud[/red] [/] [@click=app.quit]quit[/]", "עולם " * 100, "日本語" * 170,
    "e\u0301\u0302\u0303" * 120, "\u202eabc\u2066def\x1b]0;owned\x07", "👩\u200d🚀 " * 60, "",
)  # fmt: skip


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
@pytest.mark.parametrize("first", [0, 4])
async def test_no_name_breaks_the_columns_of_lists_and_pages(tmp_path: Path, first: int, size: tuple[int, int]) -> None:
    database = write_invented(tmp_path / "dossier.db", title=NAMES[first])
    names = NAMES[first:] + NAMES[:first]
    with sqlite3.connect(database) as connection:
        for table, columns in (("entities", "name role affiliation"), ("events", "label"),
                               ("sources", "label path publisher kind")):  # fmt: skip
            for rowid, in connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid").fetchall():
                for column in columns.split():
                    connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", [names[rowid % 4], rowid])
    async with browser(database, size) as (pilot, _):
        for keys in (("1",), ("2",), ("3",), ("1", "enter"), ("2", "enter"), ("3", "enter", "n", "v"), ("y",)):
            await pilot.press(*keys)
            for strip in pilot.app.screen._compositor.render_strips():
                assert sum(segment.cell_length for segment in strip) == size[0]
                text = "".join(segment.text for segment in strip)
                assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        assert pilot.app.is_running


def decide(connection: sqlite3.Connection, verb: str, target: str, value: str = "") -> None:
    """Have a decision of the reader's in effect, as a build would write it."""
    number = connection.execute("SELECT count(*) FROM decisions").fetchone()[0]
    connection.execute("INSERT INTO decisions VALUES (?, ?, '1911-03-09', 'ada', ?, '', ?, '', 'holds', NULL)",
                       [f"dec-{number}", number, verb, value])  # fmt: skip
    connection.execute("INSERT INTO decided VALUES (?, ?)", [target, f"dec-{number}"])


async def test_what_was_read_and_what_was_noted_has_its_mark(tmp_path: Path) -> None:
    database = write_invented(tmp_path / "dossier.db")
    with sqlite3.connect(database) as connection:
        sources = dict(connection.execute("SELECT path, id FROM sources").fetchall())
        text = connection.execute("SELECT text FROM texts WHERE source = ?", [sources["log.txt"]]).fetchone()[0]
        start = text.index("No oil")
        decide(connection, "read", sources["courier.txt"])
        decide(connection, "note", f"passage:{sources['log.txt']}:{start}:{start + 6}", "Which Monday?")
    async with browser(database) as (pilot, screen):
        marks = {line[:60].strip("▌▎✓ ")[:10]: "✓" in line[:3] for line in screen_lines(pilot)}
        assert [marks[name] for name in ("Halcyon st", "The loss o", "Keeper's l")] == [True, False, False]
        await pilot.press("3")
        assert "2 unread" in screen.panes[2].head.plain
        await read(pilot, screen, "log.txt")
        x, y = where(pilot, "3 March 1911. No oil")
        assert "✎" in screen_lines(pilot)[y][x - 3 : x]
        await pilot.click(offset=(x - 3 + screen_lines(pilot)[y][x - 3 : x].index("✎"), y))
        await until(pilot, lambda: screen.reader.page.target.kind == "why")
        assert "Which Monday?" in [block.text for block in screen.reader.page.blocks]
