"""Cases as the real program builds and exports them."""

import json
from functools import cache

import pytest


@pytest.fixture(scope="session")
def exported(program, tmp_path_factory):
    """What is exported of the case in a folder; each is built once for all tests."""

    @cache
    def export(folder):
        database = tmp_path_factory.mktemp(folder.name) / "case.db"
        # How many processes read it changes nothing, and each of them loads the language model.
        built = program("build", str(folder), "--db", str(database), "--jobs", "1")
        assert built.returncode == 0, built.stderr
        return json.loads(program("export", "--db", str(database), "--format", "json").stdout)

    return export
