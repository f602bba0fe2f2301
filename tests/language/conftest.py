import pytest

from leaterms.language import load_pipeline


@pytest.fixture(scope="session")
def nlp():
    return load_pipeline()
