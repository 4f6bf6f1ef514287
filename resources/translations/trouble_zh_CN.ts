<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Trouble</name>
        <message>
            <source>Call the administrator of the server.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Call the next number.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change one of the days.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check that its folder exists and may be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check the database URL in the settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check the database URL in the settings; nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check the disk and its cable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check the rights of the file and its folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose another place for the database.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Each matter is rated once; the first key counts.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Finish it first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Free some space; nothing stored so far is lost.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Handling {handling} cannot be rated: it is not finished.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Handling {handling} cannot finish: it is already finished ({outcome}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Handling {handling} is already rated: {key}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Install that version here too; nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It stays not rated; the resident may be asked again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It would have to be {needed}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More than one device matches {port} ({detail}). Add @location to the port.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody answers at {port} ({detail}). Check the network and the serial server.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Port {port} cannot be used: {detail}. Check the port setting and the cable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Port {port} is in use by another program. Close that program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Press resume to go on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say which item is handled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start an item first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start the item again if there is more to do.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop, keep the file, and restore the last backup.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database belongs to another program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database cannot be written: it is read-only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database does not answer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database file cannot be opened.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database file is damaged.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database is busy with another program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database server does not accept this name and password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database server has run out of disk, memory or connections.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The database was made by a newer version of this program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The device on {port} takes no bytes. Check that it is switched on and ready.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The device on {port} was unplugged or switched off. Check the cable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The disk of the database does not answer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The disk of the database is full.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file is not a OneWindow database.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The period ends before it begins: {since} to {until}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The scale {scale} has no key {key}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The time to rate handling {handling} is over.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no centre in this database yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no handling {handling}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no item {item}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no line {line}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no outcome {outcome}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no port {port}. Check the cable and the device's power, or choose another port.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no priority class {priority}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no rating key {key}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no rating scale {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no state {state}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no such database on the server.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no ticket {ticket} today.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no window {counter}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is nobody called {staff} here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This account may not use {port}. Add it to the dialout group and sign in again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ticket {number} cannot {verb}: it is {state}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ticket {number} was taken for a field, not for an item.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use a code of the catalogue, such as SB-003.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use a number such as A012, or the ticket's id.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use a staff code, such as zhang.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use one of the letters of the catalogue.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use one of {known}, or the path of a .toml file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use one of {known}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use one of: {known}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use the number on the window's plate.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Window {counter} is already paused.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Window {counter} is not paused.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Work goes on when it is back; check the network and the server.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write sqlite:///file.db or postgresql+psycopg://user@host/name.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
