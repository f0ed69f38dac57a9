package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
)

const (
	headerBytes     = 16
	maxMessageBytes = 48_000_000
	opMsg           = 2013
	// Of OP_MSG: behind the flags, the kind of the first section and its length comes the type of the first field, then
	// its name, which is the command's.
	commandAt = headerBytes + 4 + 1 + 4 + 1
	// The client wants no answer (the flag moreToCome of OP_MSG).
	noAnswer = 1 << 1
)

// oneAtATime passes every command on to the server at `address`, one after the other over all connections.
//
// MongoDB changes a document in one act. FerretDB over SQLite reads it, changes it and writes it back, and another
// command may come between. In single file it keeps MongoDB's promise, and commands of different clients still race
// for their turn.
func oneAtATime(listener net.Listener, address string) error {
	var turn sync.Mutex
	for {
		client, err := listener.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer client.Close()
			server, err := net.Dial("tcp", address)
			if err != nil {
				return
			}
			defer server.Close()
			for passOn(client, server, &turn) == nil {
			}
		}()
	}
}

// passOn waits for one command and its turn, and gives back the answer.
func passOn(client, server net.Conn, turn *sync.Mutex) error {
	command, err := readMessage(client)
	if err != nil {
		return err
	}
	answer, err := execute(command, server, turn)
	if err != nil {
		return err
	}
	_, err = client.Write(answer)
	return err
}

func execute(command []byte, server net.Conn, turn *sync.Mutex) ([]byte, error) {
	if !isGreeting(command) {
		turn.Lock()
		defer turn.Unlock()
	}
	if _, err := server.Write(command); err != nil {
		return nil, err
	}
	if wantsNoAnswer(command) {
		return nil, nil
	}
	return readMessage(server)
}

// readMessage reads one message of the wire protocol: its length stands in front.
func readMessage(from io.Reader) ([]byte, error) {
	header := make([]byte, headerBytes)
	if _, err := io.ReadFull(from, header); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(header)
	if length < headerBytes || length > maxMessageBytes {
		return nil, errors.New("no message of the wire protocol")
	}
	message := make([]byte, length)
	copy(message, header)
	_, err := io.ReadFull(from, message[headerBytes:])
	return message, err
}

// isGreeting tells what a client asks to see whether the server is there: it touches no document, and a client that
// waits for it behind the others would think that the server is gone.
func isGreeting(message []byte) bool {
	if binary.LittleEndian.Uint32(message[12:]) != opMsg || len(message) < commandAt {
		return false
	}
	name := message[commandAt:]
	return bytes.HasPrefix(name, []byte("hello\x00")) || bytes.HasPrefix(name, []byte("ismaster\x00"))
}

func wantsNoAnswer(message []byte) bool {
	isMsg := binary.LittleEndian.Uint32(message[12:]) == opMsg
	return isMsg && len(message) >= headerBytes+4 && binary.LittleEndian.Uint32(message[headerBytes:])&noAnswer != 0
}
