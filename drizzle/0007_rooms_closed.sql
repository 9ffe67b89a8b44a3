ALTER TABLE "room" ADD COLUMN "active_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "closed_at" timestamp with time zone;