"""Known answers for every primitive the program uses: a broken build must be found before a case is trusted to it."""

from __future__ import annotations

import hashlib
import hmac
import io
from collections.abc import Callable

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from shamir_mnemonic import combine_mnemonics

from crypto import aead, bech32, identity, recovery, sealed
from crypto.errors import SelfTestFailed, Tampered

_hex = bytes.fromhex


def _sha256() -> bool:  # FIPS 180-4
    return hashlib.sha256(b"abc").digest() == _hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")


def _hmac() -> bool:  # RFC 4231, test case 1
    expected = _hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    return hmac.digest(b"\x0b" * 20, b"Hi There", "sha256") == expected


def _hkdf() -> bool:  # RFC 5869, A.1
    kdf = HKDF(algorithm=SHA256(), length=42, salt=bytes(range(13)), info=bytes(range(0xF0, 0xFA)))
    expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    return kdf.derive(b"\x0b" * 22) == _hex(expected)


def _argon2id() -> bool:  # RFC 9106, 5.3
    kdf = Argon2id(salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\x04" * 12, secret=b"\x03" * 8)
    return kdf.derive(b"\x01" * 32) == _hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659")


def _scrypt() -> bool:  # RFC 7914, 12
    kdf = Scrypt(salt=b"NaCl", length=64, n=1024, r=8, p=16)
    return kdf.derive(b"password")[:32] == _hex("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")


def _aes_gcm() -> bool:  # McGrew and Viega, The Galois/Counter Mode of Operation, test case 16
    key, nonce = _hex("feffe9928665731c6d6a8f9467308308" * 2), _hex("cafebabefacedbaddecaf888")
    plain = _hex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    bound = _hex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    expected = _hex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    return AESGCM(key).encrypt(nonce, plain, bound) == expected


def _aead_refuses() -> bool:
    box = bytearray(aead.seal(bytes(32), b"words", b"place"))
    box[-1] ^= 1
    try:
        aead.unseal(bytes(32), bytes(box), b"place")
    except Tampered:
        return True
    return False


def _chacha20_poly1305() -> bool:  # RFC 8439, 2.8.2
    words = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
    )
    box = ChaCha20Poly1305(bytes(range(0x80, 0xA0))).encrypt(
        _hex("070000004041424344454647"), words, _hex("50515253c0c1c2c3c4c5c6c7")
    )
    return box[-16:] == _hex("1ae10b594f09e26a7e902ecbd0600691")


def _x25519() -> bool:  # RFC 7748, 5.2
    private = X25519PrivateKey.from_private_bytes(_hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"))
    public = X25519PublicKey.from_public_bytes(_hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"))
    return private.exchange(public) == _hex("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")


def _ed25519() -> bool:  # RFC 8032, 7.1, test 2
    private = Ed25519PrivateKey.from_private_bytes(_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    expected = _hex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    return private.sign(b"\x72") == expected


def _bech32() -> bool:  # BIP 173, a valid string of its test vectors; then there and back
    prefix, data = bech32.decode("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")
    return prefix == "split" and bech32.encode(prefix, data) == ("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")


def _slip39() -> bool:  # SLIP-39 test vectors, 1: one share, passphrase TREZOR; then our own 2 of 3
    words = (
        "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal husband erode "
        "duke ajar critical decision keyboard"
    )
    if combine_mnemonics([words], b"TREZOR") != _hex("bb54aac4b89dc868ba37d9cc21b2cece"):
        return False
    secret = bytes(range(32))
    return recovery.from_sheets(recovery.to_sheets(secret)[1:]) == secret


def _sealed() -> bool:  # what pyrage seals, our reader opens; and pyrage opens it too
    who = identity.SealingIdentity(bytes(range(32)))
    words = b"a piece and a bit " * 4000
    target = io.BytesIO()
    written = sealed.seal(io.BytesIO(words), target, [who.recipient])
    with sealed.open_sealed(io.BytesIO(target.getvalue()), [who]) as reader:
        ours = reader.read()
    theirs = pyrage.decrypt(target.getvalue(), [pyrage.x25519.Identity.from_str(who.secret_text())])
    return ours == theirs == words and written.plain_sha256 == hashlib.sha256(words).hexdigest()


TESTS: dict[str, Callable[[], bool]] = {
    "SHA-256": _sha256,
    "HMAC-SHA256": _hmac,
    "HKDF-SHA256": _hkdf,
    "Argon2id": _argon2id,
    "scrypt": _scrypt,
    "AES-256-GCM": _aes_gcm,
    "AES-256-GCM refusing a changed box": _aead_refuses,
    "ChaCha20-Poly1305": _chacha20_poly1305,
    "X25519": _x25519,
    "Ed25519": _ed25519,
    "Bech32": _bech32,
    "SLIP-39": _slip39,
    "age v1": _sealed,
}


def run() -> None:
    """Run every known answer. Raises ``SelfTestFailed``, naming the primitive."""
    for name, test in TESTS.items():
        try:
            good = test()
        except Exception as exc:
            raise SelfTestFailed(f"self-test failed: {name} ({type(exc).__name__})") from exc
        if not good:
            raise SelfTestFailed(f"self-test failed: {name}")
