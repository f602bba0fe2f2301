import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from leaterms.archive import FileResult, Store
from leaterms.errors import InputError, OutputError

RESULT = FileResult("a.pdf", "ab", "pdf", 3, "failed", "waarom", None, ())


@pytest.fixture
def store(tmp_path):
    return Store.create(tmp_path / "scan.sqlite")


def scan(store, vocabulary, *rows, finish=True):
    """A scan of (path, key) pairs; gives its number and the paths that were stored already."""
    with store.scanning(vocabulary) as run:
        reused = [path for path, key in rows if run.reuse(path, key) or not _add(run, path, key)]
        if finish:
            run.finish()
        return run.scan, reused


def _add(run, path, key):
    run.add(replace(RESULT, path=path), key)
    return True


def test_results_come_back_by_path(store, vocabulary):
    number, _ = scan(store, vocabulary, ("b.pdf", "2"), ("a/c.pdf", "3"), ("B.pdf", "4"))

    assert tuple(store.results(number)) == (
        replace(RESULT, path="B.pdf"),
        replace(RESULT, path="a/c.pdf"),
        replace(RESULT, path="b.pdf"),
    )
    assert store.count(number) == 3


def test_a_result_is_found_by_its_key_under_its_new_path(store, vocabulary):
    scan(store, vocabulary, ("oud.pdf", "k"))
    number, reused = scan(store, vocabulary, ("nieuw.pdf", "k"), ("ander.pdf", "l"))

    assert reused == ["nieuw.pdf"]
    assert [result.path for result in store.results(number)] == ["ander.pdf", "nieuw.pdf"]


def test_a_result_without_a_key_is_made_anew(store, vocabulary):
    with store.scanning(vocabulary) as run:
        run.add(RESULT, None)
        run.finish()

    assert [result.path for result in store.results(run.scan)] == ["a.pdf"]
    with store.scanning(vocabulary) as later:
        assert not later.reuse("a.pdf", "k")


def test_one_key_twice_in_a_scan_keeps_both_rows(store, vocabulary):
    with store.scanning(vocabulary) as run:
        run.add(RESULT, "k")
        run.add(replace(RESULT, path="kopie.pdf"), "k")
        run.finish()

    assert [result.path for result in store.results(run.scan)] == ["a.pdf", "kopie.pdf"]


def test_an_interrupted_scan_keeps_what_it_had(store, vocabulary):
    def interrupted():
        with store.scanning(vocabulary) as run:
            run.add(RESULT, "k")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with pytest.raises(InputError, match="geen scan die klaar is"):
        store.latest_scan()
    assert scan(store, vocabulary, ("a.pdf", "k"))[1] == ["a.pdf"]


def test_the_latest_scan_is_the_latest_that_finished(store, vocabulary):
    first, _ = scan(store, vocabulary, ("a.pdf", "k"))
    scan(store, vocabulary, ("b.pdf", "l"), finish=False)

    assert store.latest_scan() == first


def test_five_scans_stay_readable_and_older_results_go(store, vocabulary):
    first, _ = scan(store, vocabulary, ("a.pdf", "oud"))
    second, _ = scan(store, vocabulary, ("b.pdf", "blijft"))
    for _ in range(4):
        last, reused = scan(store, vocabulary, ("b.pdf", "blijft"))

        assert reused == ["b.pdf"]
    assert [result.path for result in store.results(second)] == ["b.pdf"]
    assert [result.path for result in store.results(last)] == ["b.pdf"]
    with pytest.raises(InputError, match="staat niet meer in"):
        tuple(store.results(first))
    assert scan(store, vocabulary, ("a.pdf", "oud"))[1] == []


def test_the_vocabulary_of_a_scan_comes_back(store, vocabulary):
    number, _ = scan(store, vocabulary)

    assert store.vocabulary(number).files == vocabulary.files


def test_a_store_that_exists_is_kept(store, vocabulary):
    number, _ = scan(store, vocabulary, ("a.pdf", "k"))

    assert Store.create(store.path).latest_scan() == number
    assert Store.open(store.path).latest_scan() == number


def test_an_empty_file_becomes_a_store(tmp_path):
    (tmp_path / "leeg.sqlite").write_bytes(b"")

    assert Store.create(tmp_path / "leeg.sqlite") == Store.open(tmp_path / "leeg.sqlite")


def test_another_file_is_never_overwritten(tmp_path):
    other = tmp_path / "verslag.docx"
    other.write_bytes(b"PK\x03\x04 een verslag")

    with pytest.raises(InputError) as caught:
        Store.create(other)
    assert str(caught.value) == (
        f"'{other}' is geen tussenbestand van leaterms, of het is beschadigd; kies een "
        "andere plaats, of verwijder het als het van een eerdere scan is."
    )
    assert other.read_bytes() == b"PK\x03\x04 een verslag"


def test_another_database_is_refused(tmp_path):
    with closing(sqlite3.connect(tmp_path / "ander.sqlite")) as database:
        database.execute("CREATE TABLE a (b)")
        database.commit()

    with pytest.raises(InputError, match="geen tussenbestand van leaterms"):
        Store.create(tmp_path / "ander.sqlite")


def test_a_store_of_another_version_is_refused(store):
    with closing(sqlite3.connect(store.path)) as database:
        database.execute("PRAGMA user_version = 99")

    with pytest.raises(InputError, match="van een andere versie van leaterms"):
        Store.open(store.path)


def test_a_folder_that_is_not_there_is_an_output_error(tmp_path):
    with pytest.raises(OutputError, match=r"De map '.*weg' bestaat niet"):
        Store.create(tmp_path / "weg" / "scan.sqlite")


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(InputError, match="bestaat niet of is geen bestand"):
        Store.create(tmp_path)


def test_a_store_that_is_gone_or_damaged_is_an_input_error(store, vocabulary):
    number, _ = scan(store, vocabulary, ("a.pdf", "k"))
    with closing(sqlite3.connect(store.path)) as database:
        database.execute("UPDATE result SET body = x'00'")
        database.commit()

    with pytest.raises(InputError, match="is weg of beschadigd"):
        tuple(store.results(number))
    store.path.unlink()
    with pytest.raises(InputError, match="is weg of beschadigd"):
        tuple(store.results(number))
    store.path.unlink(missing_ok=True)


def test_a_store_that_cannot_be_written_is_an_output_error(store, vocabulary):
    store.path.write_bytes(store.path.read_bytes()[:4096])  # header only: tables are gone

    with (
        pytest.raises(OutputError, match="kan niet worden geschreven"),
        store.scanning(vocabulary),
    ):
        pass


@pytest.mark.parametrize("root", [None, Path("/archief/caf\udce9")])
def test_the_root_of_a_scan_comes_back(store, vocabulary, root):
    with store.scanning(vocabulary, root) as run:
        run.finish()

    assert store.root(run.scan) == root


def test_no_connection_stays_open(store, vocabulary):
    number, _ = scan(store, vocabulary, ("a.pdf", "k"))
    tuple(store.results(number))

    store.path.rename(store.path.with_name("weg.sqlite"))
    assert sorted(path.name for path in store.path.parent.iterdir()) == ["weg.sqlite"]
