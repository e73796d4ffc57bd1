"""The order of dates in the database and the years that a list says beside them agree."""

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from dossier.model.edtf import bounds
from dossier.present.dates import year_of
from dossier.store.schema import migrations

YEARS = st.integers(1900, 2100).map(str)
DAYS = st.sampled_from(["", "-03", "-12", "-24", "-11-30", "-XX"])
DATES = st.builds("{}{}{}".format, YEARS, DAYS, st.sampled_from(["", "?", "~"]))
VALUES = DATES | st.builds(str.format, st.sampled_from(["../{}", "{}/..", "{}/2101-02", "[{},1901]", "[..{}]"]), DATES)


@given(st.lists(VALUES, min_size=2, max_size=8))
def test_in_order_of_date_the_years_shown_never_go_back(dates: list[str]) -> None:
    database = Database(memory=True)
    migrations.apply(database)
    database.conn.executemany(
        """INSERT INTO events (id, label, kind, date, earliest, latest, date_inferred, status, reports, sources,
           first_source, first_start) VALUES (?, '', '', ?, ?, ?, 0, '', 1, 1, 0, 0)""",
        [(str(number), date, *bounds(date)) for number, date in enumerate(dates)])  # fmt: skip
    found = [date for (date,) in database.conn.execute("SELECT date FROM events ORDER BY sort_date")]
    database.close()
    years = [year_of(date) for date in found if year_of(date)]
    assert len(found) == len(dates)
    assert years == sorted(years)
