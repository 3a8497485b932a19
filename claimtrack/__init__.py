"""What was claimed, was it right, is it still right, and how do we know?"""
