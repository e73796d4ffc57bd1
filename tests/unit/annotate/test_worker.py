"""Annotation in worker processes, and the cache between builds."""

import multiprocessing
import os
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from annotating import default_pipeline, die_on_poison, example, make_source

from dossier import resources
from dossier.annotate import annotate, worker
from dossier.annotate.cache import AnnotationCache, annotator_files, annotator_version, model_stamp
from dossier.annotate.worker import annotate_all, default_jobs
from dossier.errors import ModelError
from dossier.model.annotation import Annotations
from dossier.model.manifest import DEFAULT_MODEL
from dossier.model.source import Fault

TEXTS = ("Captain Ada Byrne left Cork on 3 May 1911.", "“No,” said Byrne.", "# The ferry\n\nIt [sank](#).")


def test_workers_give_what_one_process_gives_whatever_their_number() -> None:
    sources = [make_source(text) for text in TEXTS]
    expected = {index: annotate(source, default_pipeline()) for index, source in enumerate(sources)}
    assert dict(annotate_all(sources, model=DEFAULT_MODEL, jobs=2)) == expected


def test_the_parent_loads_no_language_model() -> None:
    code = (
        "import sys, dossier.annotate.worker, dossier.annotate.cache, dossier.read\n"
        "print(sorted({'spacy', 'numpy', 'thinc'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_missing_model_reaches_the_parent_as_an_error_to_act_on() -> None:
    with pytest.raises(ModelError, match="not installed"):
        list(annotate_all([make_source("It sank.")], model="xx_no_such_model", jobs=1))


def test_nothing_to_do_starts_nothing() -> None:
    assert list(annotate_all([], model="xx_no_such_model")) == []


def test_few_words_take_one_worker() -> None:
    assert default_jobs([example(digits) for digits in ("000", "001", "002", "003", "004")]) == 1
    assert default_jobs([make_source("word " * 100_000)] * 64) == len(os.sched_getaffinity(0))


def test_an_exception_in_one_document_is_its_fault_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(worker._loaded, DEFAULT_MODEL, default_pipeline())
    good = make_source(TEXTS[0])
    bad = replace(good, path="bad.txt", blocks=None)  # type: ignore[arg-type]
    fault = worker._annotate_one(bad, DEFAULT_MODEL)
    assert isinstance(fault, Fault)
    assert (fault.path, fault.stage) == ("bad.txt", "annotate")
    assert isinstance(worker._annotate_one(good, DEFAULT_MODEL), Annotations)


def test_a_process_that_dies_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_annotate_one", die_on_poison)
    sources = [make_source(text) for text in ("one", "poison", "three")]
    found = dict(annotate_all(sources, model="m", jobs=2))
    assert (found[0], found[2]) == ("m: one", "m: three")
    fault = found[1]
    assert isinstance(fault, Fault)
    assert fault.path == sources[1].path
    assert "died" in fault.reason


def test_workers_end_when_nobody_waits_for_their_results_any_more() -> None:
    results = annotate_all([make_source(text) for text in TEXTS], model=DEFAULT_MODEL, jobs=1)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.fixture(scope="module")
def annotations() -> Annotations:
    return annotate(example("004"), default_pipeline())


def test_the_cache_gives_back_what_it_was_given(tmp_path: Path, annotations: Annotations) -> None:
    path = tmp_path / "new" / "cache.db"
    with AnnotationCache(path) as cache:
        assert cache.get(annotations.sha256, "m") is None
        cache.put(annotations.sha256, "m", annotations)
    with AnnotationCache(path) as cache:
        assert cache.get(annotations.sha256, "m") == annotations
        assert cache.get(annotations.sha256, "other model") is None
        assert cache.get("0" * 64, "m") is None
        assert cache.get(annotations.sha256, "m", format="markdown") is None


def test_only_its_owner_may_read_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cache.db"
    AnnotationCache(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_another_version_of_the_annotator_finds_nothing_and_cleans_up(
    tmp_path: Path, annotations: Annotations, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cache.db"
    with AnnotationCache(path) as cache:
        cache.put(annotations.sha256, "m", annotations)
        monkeypatch.setattr("dossier.annotate.cache.annotator_version", lambda: "newer")
        assert cache.get(annotations.sha256, "m") is None
        cache.put(annotations.sha256, "m", annotations)
    rows = sqlite3.connect(path).execute("SELECT version FROM annotations").fetchall()
    assert rows == [("newer",)]


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 500, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, annotations: Annotations, content: bytes) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(content)
    with AnnotationCache(path) as cache:
        assert cache.get(annotations.sha256, "m") is None
        cache.put(annotations.sha256, "m", annotations)
        assert cache.get(annotations.sha256, "m") == annotations


def test_damage_in_the_middle_is_never_fatal(tmp_path: Path, annotations: Annotations) -> None:
    path = tmp_path / "cache.db"
    with AnnotationCache(path) as cache:
        for number in range(20):
            cache.put(f"{number:064}", "m", annotations)
    content = bytearray(path.read_bytes())
    content[5_000::97] = b"\xa5" * len(content[5_000::97])
    path.write_bytes(content)
    with AnnotationCache(path) as cache:
        for number in range(20):
            found = cache.get(f"{number:064}", "m")
            assert found is None or found == annotations
        cache.put("a" * 64, "m", annotations)
        cache.put("a" * 64, "m", annotations)


def test_a_row_of_another_shape_is_no_hit(tmp_path: Path, annotations: Annotations) -> None:
    path = tmp_path / "cache.db"
    with AnnotationCache(path) as cache:
        cache.put(annotations.sha256, "m", annotations)
        for content in (b"x", b"x\x9cK\x4c\x04", None, "text"):
            other = sqlite3.connect(path)
            other.execute("UPDATE annotations SET content = ?", (content,))
            other.commit()
            other.close()
            assert cache.get(annotations.sha256, "m") is None


def test_where_no_file_can_be_made_nothing_is_kept_and_nothing_raised(tmp_path: Path, annotations: Annotations) -> None:
    (tmp_path / "file").write_text("in the way")
    with AnnotationCache(tmp_path / "file" / "cache.db") as cache:
        cache.put(annotations.sha256, "m", annotations)
        assert cache.get(annotations.sha256, "m") is None


def test_a_cache_that_is_a_link_is_not_written_through(tmp_path: Path, annotations: Annotations) -> None:
    (tmp_path / "evidence.txt").write_text("evidence")
    (tmp_path / "cache.db").symlink_to(tmp_path / "evidence.txt")
    with AnnotationCache(tmp_path / "cache.db") as cache:
        cache.put(annotations.sha256, "m", annotations)
    assert (tmp_path / "evidence.txt").read_text() == "evidence"


def test_the_version_covers_every_module_and_word_list_that_annotating_reads() -> None:
    listing = "print(*(m.__file__ for name, m in sys.modules.items() if name.startswith('dossier.')), sep='\\n')"
    program = f"import sys, dossier.annotate, dossier.read; {listing}"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    used = {Path(line) for line in printed.split("\n") if line}
    covered = set(annotator_files())
    assert {file.name for file in used - covered} <= {"errors.py", "resources.py"}
    assert set(resources.words().glob("*.txt")) <= covered


def test_versions_change_with_model_and_source(tmp_path: Path) -> None:
    assert len(annotator_version()) == 16
    assert "3.8.0" in model_stamp(DEFAULT_MODEL)
    (tmp_path / "meta.json").write_text("{}")
    before = model_stamp(str(tmp_path))
    model_stamp.cache_clear()
    (tmp_path / "meta.json").write_text('{"version": "2"}')
    assert model_stamp(str(tmp_path)) != before
