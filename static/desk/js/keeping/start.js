// Everything that keeps text and shows people on the story screen.
import "./left-behind.js";
import "./autosave.js";
import "./sign-in.js";
import "./presence.js";
import "./words.js";
