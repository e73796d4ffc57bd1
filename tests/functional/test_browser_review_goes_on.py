"""An answer in the review may leave nothing to ask of another question, or make it one about what there is now."""

from pathlib import Path

from browsing import browser_of, decided, listed, until

from dossier.build import build
from dossier.case import open_case
from dossier.case.writer import keep_writer
from dossier.tui.screens.review import ReviewScreen

LETTER = """Letter

On 3 May 1911 Edward Quill left Cork. Edwerd Quill wrote a letter on 4 May 1911.

E Quill of the Kestrel said that the pumps were sound. On 5 May 1911 Judith Vale met Edward Quill.
"""


async def test_who_was_merged_is_asked_about_as_who_it_is_now(tmp_path: Path, own_home: None) -> None:
    keep_writer("Ada")
    case = tmp_path / "quill"
    case.mkdir()
    (case / "letter.txt").write_text(LETTER)
    build(open_case(case))
    async with browser_of(case) as (pilot, app):
        quills = sum("Quill" in name for name in listed(app, 0))
        assert quills > 1
        await pilot.press("R")
        while isinstance(app.screen, ReviewScreen):
            left = len(listed(app, 0))
            asked = len(decided(case))
            await pilot.press("y")
            await pilot.pause()
            if len(decided(case)) > asked and decided(case)[-1]["verb"] == "merge":
                await until(pilot, lambda left=left: len(listed(app, 0)) == left - 1)  # type: ignore[misc]
        assert sum("Quill" in name for name in listed(app, 0)) == 1
        assert "Judith Vale" in listed(app, 0)
    assert sum(one["verb"] == "merge" for one in decided(case)) == quills - 1
