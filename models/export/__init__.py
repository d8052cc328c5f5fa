"""Turns a sequence-classification model in Hugging Face's layout into folders that Simmer loads. Fetches nothing."""
