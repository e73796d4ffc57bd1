"""The browser through Textual's pilot: what keys do to what is selected, pinned, listed and shown."""

from pathlib import Path

import pytest
from browsing import browser, screen_text, until
from invented import write_invented
from synthetic import write_synthetic
from textual.message import Message

from dossier.tui.app import DossierApp
from dossier.tui.messages import RowHighlighted, RowOpened, TargetOpened
from dossier.tui.screens.browse import BrowseScreen

HOSTILE = {"[red].txt": "[/] [@click=app.quit]boo[/]\n\nA \x1b]52;c;aGk=\x07 bell \u202e and [red]Maud Ellery[/red]\n"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_invented(tmp_path_factory.mktemp("case") / "dossier.db", extra=HOSTILE, title="[bold]The Halcyon[/x]")


def emphasized(screen: BrowseScreen, pane: int) -> list[str]:
    rows = screen.panes[pane].list
    return [rows.row(place).label for place in range(len(rows.ids)) if rows._is_linked(place)]


async def test_rows_are_there_with_the_first_frame_and_people_have_the_focus(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        assert screen.panes[0].list.has_focus
        assert [len(pane.list.ids) for pane in screen.panes] == [4, 4, 5]
        text = screen_text(pilot)
        assert "Tobias Renn" in text
        assert "Halcyon runs aground" in text


async def test_what_belongs_to_the_selection_is_emphasized(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("s", "s", "G")
        assert screen.panes[0].list.row(screen.panes[0].list.cursor).name == "Tobias Renn"
        assert emphasized(screen, 1) == ["The lamp goes out at nine", "The oil is never delivered"]
        assert emphasized(screen, 2) == ["The loss of the Halcyon", "Keeper's log"]
        assert "2 linked of 4 ·" in screen.panes[1].head.plain
        await pilot.press("2")
        assert screen.panes[1].list.related_count is None
        assert screen.panes[0].list.related_count == 1


async def test_a_move_says_what_it_moved_to(database: Path) -> None:
    seen: list[Message] = []
    async with browser(database, seen=seen) as (pilot, screen):
        await pilot.press("down", "down", "up")
        moves = [message.rowid for message in seen if isinstance(message, RowHighlighted)]
        ids = screen.panes[0].list.ids
        assert list(dict.fromkeys(moves)) == [ids[1], ids[2]]
        assert screen.panes[0].list.rowid == ids[1]


async def test_pins_filter_the_other_panes_and_combine(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("s", "s", "G", "space")
        assert [len(pane.list.ids) for pane in screen.panes] == [4, 2, 2]
        await pilot.press("3", "space")
        assert [len(pane.list.ids) for pane in screen.panes] == [2, 1, 2]
        assert "Tobias Renn" in screen_text(pilot).splitlines()[0]
        await pilot.press("x")
        assert [len(pane.list.ids) for pane in screen.panes] == [4, 2, 2]
        await pilot.press("escape")
        assert [len(pane.list.ids) for pane in screen.panes] == [4, 4, 5]


async def test_letters_narrow_a_pane_and_escape_gives_it_back(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("f", "o", "k")
        assert [screen.panes[0].list.row(0).name, len(screen.panes[0].list.ids)] == ["Ines Okonjo", 1]
        await pilot.press("enter")
        assert screen.panes[0].list.has_focus
        assert "1/4" in screen.panes[0].head.plain
        await pilot.press("escape")
        assert len(screen.panes[0].list.ids) == 4


async def test_kinds_of_entities_are_tabs_of_the_first_pane(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        found = []
        for _ in range(4):
            found.append(screen.panes[0].list.row(0).kind)
            await pilot.press("full_stop")
        assert found == ["person", "organization", "place", "vehicle"]
        await pilot.press("comma")
        assert screen.panes[0].list.row(0).kind == "vehicle"


async def test_from_a_person_to_the_words_and_back(database: Path) -> None:
    seen: list[Message] = []
    async with browser(database, seen=seen) as (pilot, screen):
        await pilot.press("s", "s", "G", "enter")
        assert screen.reader.page.title == "Tobias Renn"
        assert screen.reader.has_focus
        while (target := screen.reader.page.blocks[screen.reader.cursor].target) is None or target.kind != "source":
            await pilot.press("down")
        cursor = screen.reader.cursor
        await pilot.press("enter")
        stop = screen.reader.page.stops[screen.reader.stop]
        assert screen.reader.page.blocks[stop.block].text[stop.start : stop.end] in ("Tobias Renn", "T. Renn")
        await pilot.press("left_square_bracket")
        assert (screen.reader.page.title, screen.reader.cursor) == ("Tobias Renn", cursor)
        await pilot.press("right_square_bracket", "left_square_bracket", "left_square_bracket")
        assert screen.reader.page.title == "The case"
        # The hook sees a message once for each widget that it passes.
        opened = [type(message) for message in seen if isinstance(message, RowOpened | TargetOpened)]
        assert list(dict.fromkeys(opened)) == [RowOpened, TargetOpened]


async def test_search_shows_results_while_typing_and_opens_the_hit(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("slash", *"lam")
        assert screen.top.input.has_focus
        assert "2 PASSAGES" in screen_text(pilot)
        await pilot.press("p", "enter")
        assert screen.reader.has_focus
        while (target := screen.reader.page.blocks[screen.reader.cursor].target) is None or target.start is None:
            await pilot.press("down")
        await pilot.press("enter")
        stop = screen.reader.page.stops[screen.reader.stop]
        assert screen.reader.page.blocks[stop.block].text[stop.start : stop.end].lower() == "lamp"
        await pilot.press("left_square_bracket")
        assert screen.reader.page.title == "Search: lamp"


async def test_escape_leaves_a_search_where_it_began(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("2", "slash", *"oil", "escape")
        assert screen.panes[1].list.has_focus
        assert screen.reader.page.title == "The case"


async def test_mentions_are_gone_through_and_opened(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("3", "enter", "n", "n")
        first = screen.reader.stop
        await pilot.press("N")
        assert screen.reader.stop == first - 1
        label = screen.reader.page.stops[screen.reader.stop].label
        await pilot.press("enter")
        assert screen.reader.page.target.kind == "entity"
        assert label in ("person", "organization", "place", "vehicle")


async def test_enter_on_a_marked_passage_opens_what_the_mark_is_of(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("3", "enter")
        opened = {}
        for block in (2, 3):
            while screen.reader.cursor < block:
                await pilot.press("down")
            await pilot.press("enter")
            opened[block] = screen.reader.page.target.kind
            await pilot.press("left_square_bracket")
        assert opened == {2: "event", 3: "disagreement"}


async def test_a_click_beside_what_is_marked_moves_the_cursor_only(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("3", "enter")
        lines = screen_text(pilot).splitlines()
        y = next(number for number, line in enumerate(lines) if "told the Courier" in line)
        await pilot.click(offset=(lines[y].index("told the Courier") + 2, y))
        assert (screen.reader.page.target.kind, screen.reader.cursor) == ("source", 3)


async def test_a_click_on_a_mention_opens_it(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("3", "enter")
        lines = screen_text(pilot).splitlines()
        y = next(number for number, line in enumerate(lines) if "Captain Aldous Verrin" in line)
        await pilot.click(offset=(lines[y].index("Aldous Verrin") + 2, y))
        assert screen.reader.page.title == "Aldous Verrin"


async def test_documents_that_could_not_be_read_say_why(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("3", "G", "enter")
        assert "This document could not be read." in screen_text(pilot)
        await pilot.press("3", "space")
        assert not screen.pins


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (200, 60), (40, 10), (20, 5), (1, 1)])
async def test_every_size_shows_hostile_text_safely(database: Path, size: tuple[int, int]) -> None:
    async with browser(database, size) as (pilot, screen):
        await pilot.press("3", "G", "up", "enter", "n", "G", "pagedown", "escape", "1", "down", "enter", "2", "enter")
        await pilot.press("slash", *"[/]", "enter", "question_mark", "escape", "T")
        text = screen_text(pilot)
        assert "\x1b" not in text
        if size == (120, 40):
            assert "[bold]The Halcyon[/x]" in text
        if size[0] < 40:
            assert screen.query_one("#too-small").display
        assert pilot.app.is_running


async def test_narrow_terminals_show_one_pane_at_a_time(database: Path) -> None:
    async with browser(database, (80, 24)) as (pilot, screen):
        assert [pane.display for pane in screen.panes] == [True, False, False]
        await pilot.press("3")
        assert [pane.display for pane in screen.panes] == [False, False, True]
        assert screen.reader.display
        await pilot.resize_terminal(120, 40)
        assert [pane.display for pane in screen.panes] == [True, True, True]


async def test_wide_terminals_show_what_belongs_to_the_selection(database: Path) -> None:
    async with browser(database, (200, 60)) as (pilot, screen):
        await pilot.press("s", "s", "G")
        assert screen.detail.page.title == "Tobias Renn"
        assert screen.reader.page.title == "The case"


async def test_wide_terminals_never_show_one_page_twice(database: Path) -> None:
    async with browser(database, (200, 60)) as (pilot, screen):
        await pilot.press("s", "s", "G", "enter")
        assert screen.reader.page.title == "Tobias Renn"
        assert screen.detail.page.title == "Why: Tobias Renn"
        await pilot.press("1", "up")
        assert screen.detail.page.title not in ("Tobias Renn", "Why: Tobias Renn")


async def test_the_palette_finds_people_with_hostile_letters(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("ctrl+p", *"maud", "enter")
        assert screen.reader.page.title == "Maud Ellery"


async def test_help_lists_every_key(database: Path) -> None:
    async with browser(database) as (pilot, screen):
        await pilot.press("question_mark")
        assert "MOVE" in screen_text(pilot)
        await pilot.press("G")
        assert '"two words"' in screen_text(pilot)
        await pilot.press("q")
        assert pilot.app.screen is screen


async def test_large_lists_are_read_a_page_at_a_time(tmp_path: Path) -> None:
    database = tmp_path / "large.db"
    write_synthetic(database, people=3_000, events=3_000, sources=50, passages=3_000)
    async with browser(database) as (pilot, screen):
        rows = screen.panes[0].list
        assert len(rows.ids) == 3_000
        assert len(rows._chunks) <= 2
        await pilot.press("G")
        assert rows.cursor == 2_999
        assert len(rows._chunks) <= 4
        await pilot.press("home", "pagedown", "pagedown")
        assert rows.top <= rows.cursor < rows.top + rows.size.height


async def test_a_replaced_database_keeps_the_places(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "dossier.db"
    copy.write_bytes(database.read_bytes())
    async with browser(copy) as (pilot, screen):
        await pilot.press("s", "s", "G", "enter")
        screen.load()
        await pilot.pause()
        assert screen.panes[0].list.row(screen.panes[0].list.cursor).name == "Tobias Renn"
        assert screen.reader.page.title == "Tobias Renn"


async def test_another_database_in_its_place_is_shown(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "dossier.db"
    copy.write_bytes(database.read_bytes())
    async with browser(copy) as (pilot, screen):
        await pilot.press("s", "s", "G", "3")
        write_invented(tmp_path / "new.db", title="The second reading").replace(copy)
        screen.load()
        await pilot.pause()
        assert "The second reading" in screen_text(pilot)
        assert len(screen.panes[2].list.ids) == 4
        assert screen.panes[0].list.row(screen.panes[0].list.cursor).name == "Tobias Renn"
        copy.unlink()
        screen.load()
        await pilot.pause()
        assert any("There is no database" in notice.message for notice in pilot.app._notifications)
        assert pilot.app.is_running


async def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    broken = tmp_path / "notes.db"
    broken.write_text("no database at all " * 20)
    app = DossierApp(broken)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "This case cannot be opened" in screen_text(pilot))
        assert "is not a database" in (app.failure or "")
