"""The vault: what is sealed opens with its key alone, and a wrong key is never used."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.errors import Fault, Refusal
from terminal.rules.documents import DocumentKind
from terminal.store.key_file import KEY_BYTES, belongs, export_key, import_key, make_key, others_can_read, path_of
from terminal.store.vault import KeyMissing, Vault
from tests.office.people import number_of

NUMBER = number_of(1)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """A vault with its own key."""
    return Vault(make_key(tmp_path / "keys", "LC01"), tmp_path / "keys")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    """One vault for many examples."""
    folder = tmp_path_factory.mktemp("keys")
    return Vault(make_key(folder, "LC01"), folder)


@given(plain=st.text())
def test_what_is_sealed_opens_again_and_looks_otherwise_each_time(shared: Vault, plain: str) -> None:
    first, second = shared.seal(plain), shared.seal(plain)
    assert shared.open(first) == shared.open(second) == plain
    assert first != second


@given(plain=st.text(min_size=1), place=st.integers(min_value=0), flip=st.integers(min_value=1, max_value=255))
def test_what_was_changed_does_not_open(shared: Vault, plain: str, place: int, flip: int) -> None:
    sealed = bytearray(shared.seal(plain))
    sealed[place % len(sealed)] ^= flip
    with pytest.raises(KeyMissing, match="changed since"):
        shared.open(bytes(sealed))


@given(cut=st.integers(min_value=0, max_value=27))
def test_what_was_cut_off_does_not_open(shared: Vault, cut: int) -> None:
    with pytest.raises(KeyMissing, match="changed since"):
        shared.open(shared.seal("")[:cut])


def test_a_number_is_found_whole_and_by_its_last_four_and_by_nothing_else(vault: Vault) -> None:
    sealed = vault.sealed_number(NUMBER)
    assert (sealed.hash, sealed.tail) == (vault.found_by(NUMBER), vault.tail(NUMBER[-4:]))
    assert vault.found_by(number_of(2)) != sealed.hash
    assert NUMBER.encode() not in sealed.sealed
    assert NUMBER not in repr(sealed)


def test_the_same_digits_on_two_kinds_of_document_are_two_numbers(vault: Vault) -> None:
    kinds = (DocumentKind.PASSPORT, DocumentKind.TAIWAN_PERMIT)
    assert len({vault.sealed_number("01234567", kind).hash for kind in kinds}) == 2


def test_another_centres_key_finds_and_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    other = Vault(make_key(tmp_path / "keys", "LC02"), tmp_path / "keys")
    assert other.found_by(NUMBER) != vault.found_by(NUMBER)
    with pytest.raises(KeyMissing):
        other.open(vault.seal(NUMBER))


def test_without_the_key_nothing_is_sealed_and_with_it_again_everything_is(vault: Vault) -> None:
    kept = vault.path.read_bytes()
    vault.path.unlink()
    for use in (lambda: vault.seal("x"), lambda: vault.open(b"x" * 40), lambda: vault.found_by("x"), vault.check):
        with pytest.raises(KeyMissing, match="not here"):
            use()
    vault.path.write_bytes(kept)
    assert vault.open(vault.seal("x")) == "x"


@pytest.mark.parametrize("damage", [b"", b"short", bytes(KEY_BYTES), bytes(KEY_BYTES + 1)])
def test_a_damaged_key_is_never_used(vault: Vault, damage: bytes) -> None:
    vault.path.write_bytes(damage)
    with pytest.raises(KeyMissing, match="damaged"):
        vault.found_by(NUMBER)


def test_one_flipped_bit_of_the_key_is_noticed(vault: Vault) -> None:
    key = bytearray(vault.path.read_bytes())
    key[-1] ^= 1
    vault.path.write_bytes(bytes(key))
    with pytest.raises(KeyMissing, match="damaged"):
        vault.seal(NUMBER)


def test_a_key_is_its_owners_alone(vault: Vault) -> None:
    assert stat.S_IMODE(vault.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(vault.path.parent.stat().st_mode) == 0o700
    assert not others_can_read(vault.path)
    vault.path.chmod(0o644)
    assert others_can_read(vault.path)


def test_a_key_goes_to_another_machine_by_a_file(vault: Vault, tmp_path: Path) -> None:
    copied = export_key(vault.path, tmp_path)
    elsewhere = path_of(tmp_path / "other", vault.key_id)
    assert import_key(copied, elsewhere, vault.key_id)
    assert not import_key(copied, elsewhere, vault.key_id)
    assert Vault(vault.key_id, elsewhere.parent).open(vault.seal("x")) == "x"
    assert stat.S_IMODE(elsewhere.stat().st_mode) == stat.S_IMODE(copied.stat().st_mode) == 0o600


def test_an_export_overwrites_nothing(vault: Vault, tmp_path: Path) -> None:
    export_key(vault.path, tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for target in (tmp_path, tmp_path / "link"):
        with pytest.raises(Refusal, match="there already"):
            export_key(vault.path, target)


def test_a_wrong_key_is_not_taken_over(vault: Vault, tmp_path: Path) -> None:
    other = path_of(tmp_path / "keys", make_key(tmp_path / "keys", "LC02"))
    before = vault.path.read_bytes()
    for wrong in (other, tmp_path / "missing"):
        with pytest.raises(Refusal):
            import_key(wrong, vault.path, vault.key_id)
    assert vault.path.read_bytes() == before


def test_a_damaged_key_is_put_aside_for_the_right_one(vault: Vault, tmp_path: Path) -> None:
    copied = export_key(vault.path, tmp_path)
    vault.path.write_bytes(b"rubbish")
    assert import_key(copied, vault.path, vault.key_id)
    assert vault.path.with_suffix(".damaged").read_bytes() == b"rubbish"
    vault.check()


def test_a_folder_that_takes_no_files_is_a_fault_that_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Fault, match="ONEWINDOW_KEYS"):
        make_key(tmp_path / "file", "LC01")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_key_is_known_from_its_name(vault: Vault) -> None:
    assert belongs(vault.path.read_bytes(), vault.key_id)
    assert vault.key_id.startswith("lc01-")
