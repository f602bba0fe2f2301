from hypothesis import settings

# a busy machine is no fault of the code
settings.register_profile("leaterms", deadline=None)
settings.load_profile("leaterms")
