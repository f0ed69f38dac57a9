// Ferretdb is a server for the tests that speaks MongoDB's wire protocol: FerretDB over SQLite files in one folder,
// on a free port of loopback. It prints its address on one line and ends when its standard input does, so that no
// test run leaves one behind, however it ended itself.
//
// Usage: ferretdb FOLDER
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/FerretDB/FerretDB/ferretdb"
)

const anyPort = "127.0.0.1:0"

func main() {
	// It reads documents as JSON and leaves much behind; memory is there, and time is what a test waits for.
	runtime.MemProfileRate = 0
	debug.SetGCPercent(800)
	if len(os.Args) != 2 {
		fail("usage: ferretdb FOLDER")
	}
	folder, err := filepath.Abs(os.Args[1])
	if err != nil {
		fail(err)
	}
	server, err := ferretdb.New(&ferretdb.Config{
		Listener: ferretdb.ListenerConfig{TCP: anyPort},
		Handler:  "sqlite",
		// A test needs its rows to outlive a killed client, not a power cut of this machine.
		SQLiteURL: "file:" + filepath.ToSlash(folder) + "/?_pragma=synchronous(off)",
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		fail(err)
	}
	running, stop := context.WithCancel(context.Background())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	go func() { fail(serve(server)) }()
	if err := server.Run(running); err != nil {
		fail(err)
	}
}

// serve listens before the server that `server` is, and says where.
func serve(server *ferretdb.FerretDB) error {
	address, err := url.Parse(server.MongoDBURI())
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", anyPort)
	if err != nil {
		return err
	}
	fmt.Printf("mongodb://%s/\n", listener.Addr())
	return oneAtATime(listener, address.Host)
}

func fail(reason any) {
	fmt.Fprintln(os.Stderr, reason)
	os.Exit(1)
}
