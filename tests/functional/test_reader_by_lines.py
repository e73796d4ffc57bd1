"""What is selected by lines ends with a word, wherever in the line the column lies."""

from pathlib import Path

import pytest
from browsing import browser
from invented import write_invented

from dossier.present.page import Target

TEXT = "Notice\n\n" + (
    "The harbourmaster's overloaded lighter sank within the breakwater before anybody could telegraph the "
    "superintendent, whose correspondence about insufficient buoyancy had remained unanswered throughout the "
    "intervening fortnight, notwithstanding repeated representations.\n"
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_invented(tmp_path_factory.mktemp("case") / "dossier.db", extra={"notice.txt": TEXT})


@pytest.mark.parametrize("further", range(6))
async def test_it_ends_with_the_end_of_a_word(database: Path, further: int) -> None:
    async with browser(database) as (pilot, screen):
        assert screen.session.connection is not None
        source = screen.session.connection.execute("SELECT id FROM sources WHERE path = 'notice.txt'").fetchone()[0]
        screen.open(Target("source", source, TEXT.index("The harbour"), TEXT.index("The harbour") + 3))
        await pilot.pause()
        await pilot.press("v", *["right"] * further)
        one_line = screen.reader.selecting.words
        words = set(TEXT.replace(",", " ").replace(".", " ").split())
        seen = [one_line]
        for key in ("down", "down", "up"):
            await pilot.press(key)
            selected = screen.reader.selecting.words
            assert selected.split()[-1].strip(",.") in words
            seen.append(selected)
        assert len(seen[0]) < len(seen[1]) < len(seen[2])
        assert seen[3] == seen[1], "the column is kept on the way"
