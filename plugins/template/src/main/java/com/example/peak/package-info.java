/** The strategy {@code peak}: a conversation is as heated as its worst turn. */
@NullMarked
package com.example.peak;

import org.jspecify.annotations.NullMarked;
