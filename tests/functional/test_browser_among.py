"""What a decision is about where several things lie under the cursor: it is asked; what `w` explains comes first."""

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from dossier.tui.app import DossierApp
from dossier.tui.screens.ask import Question


async def until(pilot: Pilot[None], so: Callable[[], bool], seconds: float = 20) -> None:
    for _ in range(int(seconds / 0.05)):
        if so():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


async def at_question(pilot: Pilot[None], app: DossierApp) -> Question:
    await until(pilot, lambda: isinstance(app.screen, Question))
    await pilot.pause(0.1)
    assert isinstance(app.screen, Question)
    return app.screen


async def test_in_a_source_the_words_come_first_then_what_they_tell_of(kestrel: Path) -> None:
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.browse.panes[2].list.ids) == 2)
        await pilot.press("3", "enter")
        await until(pilot, lambda: app.browse.reader.page.target.kind == "source")
        while "Captain Ada Byrne" not in app.browse.reader.block.text:
            await pilot.press("j")
        await pilot.press("a")
        question = await at_question(pilot, app)
        assert question._title == "About what?"
        labels = [choice.label for choice in question._choices]
        assert (labels[0], labels[-1]) == ("these words", "this document")
        assert any("Ada Byrne" in label for label in labels[1:-1])
        who = next(choice for choice in question._choices if "Ada Byrne" in choice.label)
        await pilot.press(who.key)
        await until(pilot, lambda: "Ada Byrne" in getattr(app.screen, "_title", ""))
        assert "merge" in [choice.label for choice in app.screen._choices]
        await pilot.press("escape", "w")
        await until(pilot, lambda: app.browse.reader.page.target.kind == "why")
        assert app.browse.reader.page.target.focus == "source"


async def test_on_a_page_the_page_comes_first_then_what_the_line_leads_to(kestrel: Path) -> None:
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.browse.panes[2].list.ids) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: app.browse.reader.page.target.kind == "entity")
        reader = app.browse.reader
        for _ in range(40):
            if reader.about.kind == "event":
                break
            await pilot.press("j")
        page, event = reader.page.target.id, reader.about.id
        await pilot.press("a")
        question = await at_question(pilot, app)
        assert [choice.value for choice in question._choices] == [page, event]
        await pilot.press("2")
        await until(pilot, lambda: any(choice.label == "redate" for choice in getattr(app.screen, "_choices", ())))
        await pilot.press("escape", "w")
        await until(pilot, lambda: reader.page.target.kind == "why")
        assert reader.page.target.id == page


async def test_where_one_thing_alone_can_be_meant_nothing_is_asked_first(kestrel: Path) -> None:
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.browse.panes[2].list.ids) == 2)
        await pilot.press("a")
        question = await at_question(pilot, app)
        assert "merge" in [choice.label for choice in question._choices]
